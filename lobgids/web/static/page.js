// Puts what comes back in its place, so that nobody loses sight of the talk; all of it works without this, too.
// In the single file `lobgidsAsk` is there: it answers every address, and no address leaves the page.
"use strict";
const away = globalThis.lobgidsAsk, others = new BroadcastChannel("lobgids");

async function ask(method, address, body) {
  if (away) return away(method, address, body);
  const sent = [...body].some(([, value]) => value instanceof File) ? body : new URLSearchParams(body);
  const reply = await fetch(address, { method, body: sent, headers: { "X-Part": "1" } });
  return { address: reply.url, moved: reply.redirected, html: await reply.text() };
}

function put(reply) {
  const page = new DOMParser().parseFromString(reply.html, "text/html"), now = page.getElementById("now");
  if (reply.moved || !now || !document.getElementById("now")) return away ? away.show(page) : location.assign(reply.address);
  for (const one of page.querySelectorAll("[data-add]")) document.getElementById(one.dataset.add).append(...one.children);
  for (const id of ["now", "side"]) document.getElementById(id)?.replaceWith(page.getElementById(id));
  document.title = page.title;
  const heading = document.getElementById("problem") ?? document.getElementById("question");
  document.getElementById("question")?.focus({ preventScroll: true });
  (heading ?? document.getElementById("now"))?.scrollIntoView({ block: "center" });
  if (away) away.turned(); else others.postMessage("turn");
}

document.addEventListener("submit", async (event) => {
  const form = event.target, button = event.submitter;
  if (form.method !== "post" || !form.closest("#now, #turns")) return;
  event.preventDefault();
  if (form.dataset.sent) return;
  form.dataset.sent = "1";
  try { put(await ask("POST", form.getAttribute("action"), new FormData(form, button))); }
  catch (error) { if (away) away.failed(error); else form.submit(); }
  finally { delete form.dataset.sent; }
});

if (!away && document.body.matches(".projector, .notes"))
  others.onmessage = () => location.reload();
