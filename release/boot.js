// Unpacks the parts that stand in this page, starts Python with them, and hands over to lobgids.web.in_page.
"use strict";
(() => {
  const SITE = "/lib/python3.14/site-packages/";
  const STEPS = { unpacked: 0.1, ready: 0.6, laid: 0.65, begun: 1 }; // the shares of the wait that each ends at, measured
  const NOWHERE = "file:///nowhere/"; // Pyodide wants addresses; what it asks for there is handed out below
  const SIGNS = "$signs"; // two of these hold 13 bits

  const element = (name) => document.getElementById("lobgids-" + name);

  // The bytes of a part, whose text leaves the page. One after the last full byte is filling.
  function bytes(name) {
    const part = element(name), text = part.textContent.trim();
    const values = new Uint8Array(128);
    for (let index = 0; index < SIGNS.length; index += 1) values[SIGNS.charCodeAt(index)] = index;
    const result = new Uint8Array(Number(part.dataset.bytes));
    let held = 0, count = 0, at = 0;
    for (let index = 0; index < text.length; index += 2) {
      held = (held << 13) | (values[text.charCodeAt(index)] * SIGNS.length + values[text.charCodeAt(index + 1)]);
      for (count += 13; count >= 8; count -= 8) result[at++] = held >> (count - 8); // beyond the end nothing is kept
    }
    part.remove();
    return result;
  }

  const inflated = (name) =>
    new Response(new Blob([bytes(name)]).stream().pipeThrough(new DecompressionStream("deflate-raw")));

  // Lets the browser draw; a hidden page draws nothing, so there is a limit to it.
  const drawn = () => new Promise((done) => { requestAnimationFrame(() => setTimeout(done)); setTimeout(done, 100); });

  async function progress(step) {
    const bar = element("progress");
    if (bar) bar.value = STEPS[step];
    await drawn();
  }

  // A module that runs within the page: its hash stands in the policy of the page, so no other text would run.
  async function createPyodideModule() {
    const script = document.createElement("script");
    script.type = "module";
    script.textContent = (await inflated("pyodide.js").text()) + "$handing_over";
    const handed = new Promise((done, failed) => { window.lobgidsHandOver = done; script.onerror = failed; });
    document.head.append(script);
    const create = await handed;
    delete window.lobgidsHandOver;
    script.remove();
    return create;
  }

  // Pyodide fetches two files, and only warns where WebAssembly cannot be made. While it starts, both are ours.
  async function started(create) {
    const { fetch } = window, { instantiateStreaming } = WebAssembly;
    const wasm = inflated("pyodide.wasm"), library = inflated("python");
    const files = {
      "pyodide.asm.wasm": new Response(wasm.body, { headers: { "Content-Type": "application/wasm" } }),
      "python_stdlib.zip": library,
    };
    window.fetch = async (address) => files[String(address).slice(NOWHERE.length)];
    const broken = new Promise((_, failed) => {
      WebAssembly.instantiateStreaming = (...all) => instantiateStreaming.apply(WebAssembly, all).catch((error) => {
        failed(error);
        throw error;
      });
    });
    try {
      const lockFileContents = { info: $lock_info, packages: {} };
      const options = { indexURL: NOWHERE, packageBaseUrl: NOWHERE, lockFileContents, createPyodideModule: create };
      return await Promise.race([window.loadPyodide(options), broken]);
    } finally {
      window.fetch = fetch;
      WebAssembly.instantiateStreaming = instantiateStreaming;
    }
  }

  function* entries(tar) {
    const decoder = new TextDecoder();
    const field = (from, length) => decoder.decode(tar.subarray(from, from + length)).split("\0", 1)[0];
    for (let at = 0; tar[at]; ) {
      const folder = field(at + 345, 155), size = parseInt(field(at + 124, 12), 8);
      yield [(folder && folder + "/") + field(at, 100), tar.subarray(at + 512, at + 512 + size)];
      at += 512 + Math.ceil(size / 512) * 512;
    }
  }

  function layDown(python, name, content) {
    const path = SITE + name;
    python.FS.mkdirTree(path.slice(0, path.lastIndexOf("/")));
    python.FS.writeFile(path, content);
  }

  // What lobgids.web.in_page is given.
  function bridge(python) {
    const place = document.getElementById("lobgids");
    return {
      place,
      licences: element("licences").textContent.trim(),
      // Lays down what hearing own words in a language needs, where the engine looks for it. Once; it takes a moment.
      hearing(code) {
        if (!element("hearing." + code)) return;
        const unpack = python.pyimport("lzma").decompress;
        const packed = python.toPy(bytes("hearing." + code));
        const content = unpack(packed);
        layDown(python, `lobgids/hearing/hearing.$${code}.msgpack`, content.toJs());
        for (const proxy of [content, packed, unpack]) proxy.destroy();
      },
    };
  }

  function failed(error) {
    const unable = error instanceof WebAssembly.CompileError || error instanceof WebAssembly.LinkError;
    const told = element(unable ? "unable" : "failed").innerHTML;
    document.getElementById("lobgids").innerHTML = `<main class="waiting" role="alert">$${told}</main>`;
    if (element("defect")) element("defect").textContent = error?.message ?? String(error);
  }

  async function boot() {
    await drawn();
    const create = await createPyodideModule();
    const packages = inflated("packages").arrayBuffer();
    await progress("unpacked");
    const python = await started(create);
    await progress("ready");
    for (const [name, content] of entries(new Uint8Array(await packages))) layDown(python, name, content);
    await progress("laid");
    const collector = python.pyimport("gc");
    collector.disable(); // nearly all that is made now stays, so looking for what does not would be for nothing
    await python.pyimport("lobgids.web.in_page").start(bridge(python));
    collector.freeze();
    collector.enable();
  }

  addEventListener("DOMContentLoaded", () => window.lobgidsAble && boot().catch(failed));
})();
