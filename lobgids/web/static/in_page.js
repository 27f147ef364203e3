// In the single file there is no server: what a link or a form asks for is answered by Python in this page.
// `lobgidsAnswer(method, address, fields, part)` is that answer; it is there once Python is.
"use strict";
const opened = new Map();

async function fieldsOf(form) {
  const fields = [];
  for (const [name, value] of form ?? [])
    fields.push([name, typeof value === "string" ? value : [value.name, new Uint8Array(await value.arrayBuffer())]]);
  return fields;
}

globalThis.lobgidsAsk = async (method, address, body) => {
  let reply = lobgidsAnswer(method, address, await fieldsOf(body), method === "POST"), moved = false;
  while (reply.location) {
    moved = true;
    address = reply.location;
    reply = lobgidsAnswer("GET", address, [], false);
  }
  const html = new TextDecoder().decode(reply.body);
  if (reply.status !== 500) return { ...reply, address, moved, html };
  console.error(reply.details);
  throw new Error(html);
};

lobgidsAsk.failed = (error) => {
  const told = Object.assign(document.createElement("p"), { className: "problem", role: "alert", textContent: error.message });
  document.getElementById("main").prepend(told);
  told.scrollIntoView({ block: "center" });
};

lobgidsAsk.show = (page, address) => {
  document.title = page.title;
  document.documentElement.lang = page.documentElement.lang;
  document.body.className = page.body.className;
  document.getElementById("lobgids").replaceChildren(...page.body.childNodes); // beside it stand parts that come later
  const now = document.getElementById("question") ?? document.getElementById("main");
  now?.focus({ preventScroll: true });
  if (document.getElementById("question")) now.scrollIntoView({ block: "center" }); else scrollTo(0, 0);
  lobgidsAsk.turned();
};

lobgidsAsk.turned = () => {
  for (const [address, other] of opened) if (other.closed) opened.delete(address); else write(other, address);
};

async function write(other, address) {
  const page = new DOMParser().parseFromString((await lobgidsAsk("GET", address)).html, "text/html");
  other.document.title = page.title;
  other.document.documentElement.lang = page.documentElement.lang;
  other.document.head.replaceChildren(document.querySelector("style").cloneNode(true));
  other.document.body.className = page.body.className;
  other.document.body.replaceChildren(page.getElementById("main"));
}

async function save(reply) {
  const blob = new Blob([reply.body], { type: reply.media });
  if (globalThis.showSaveFilePicker && reply.filename.endsWith(".lobgids")) {
    try {
      const file = await showSaveFilePicker({ suggestedName: reply.filename });
      const stream = await file.createWritable();
      await stream.write(blob);
      return await stream.close();
    } catch (error) {
      if (error.name === "AbortError") return;
    }
  }
  const link = Object.assign(document.createElement("a"), { href: URL.createObjectURL(blob), download: reply.filename });
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60000);
}

async function go(method, address, body, isBack) {
  let reply;
  try { reply = await lobgidsAsk(method, address, body); } catch (error) { return lobgidsAsk.failed(error); }
  if (reply.filename) return save(reply);
  if (reply.apart)
    return open(URL.createObjectURL(new Blob([reply.body], { type: reply.media })), "_blank");
  if (!isBack) history.pushState(reply.address, "", "#" + reply.address);
  lobgidsAsk.show(new DOMParser().parseFromString(reply.html, "text/html"), reply.address);
}

document.addEventListener("click", (event) => {
  const link = event.target.closest("a"), address = link?.getAttribute("href");
  if (!address?.startsWith("/")) return;
  event.preventDefault();
  if (!link.target) return void go("GET", address);
  const other = open("", link.target);
  opened.set(address, other);
  write(other, address);
});

document.addEventListener("submit", (event) => {
  const form = event.target;
  if (form.method === "post" && form.closest("#now, #turns")) return; // page.js has these
  event.preventDefault();
  const body = new FormData(form, event.submitter), address = form.getAttribute("action");
  if (form.method === "post") go("POST", address, body);
  else go("GET", address + "?" + new URLSearchParams(body));
});

lobgidsAsk.begin = () => go("GET", location.hash.slice(1) || "/");

addEventListener("popstate", (event) => go("GET", event.state ?? "/", undefined, true));
