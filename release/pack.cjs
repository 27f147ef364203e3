// Runs pack.py by the Python that will be in the page: node pack.cjs FOLDER-OF-PYODIDE FOLDER-OF-THE-BUILD
// So bytecode is of that very Python, and archives are compressed alike on every machine.
"use strict";
const path = require("node:path");

async function main(pyodide, build) {
  const { loadPyodide } = require(path.join(pyodide, "pyodide.js"));
  // A fixed order of sets; and only lines in bytecode, no columns: those would be a third of it.
  const env = { PYTHONHASHSEED: "0", PYTHONNODEBUGRANGES: "1" };
  const python = await loadPyodide({ indexURL: pyodide + path.sep, env });
  for (const [inside, root] of [["/pyodide", pyodide], ["/build", build], ["/release", __dirname]]) {
    python.FS.mkdirTree(inside);
    python.FS.mount(python.FS.filesystems.NODEFS, { root }, inside);
  }
  python.runPython("import sys; sys.dont_write_bytecode = True; sys.path.insert(0, '/release'); import pack; pack.main()");
}

main(path.resolve(process.argv[2]), path.resolve(process.argv[3])).catch((error) => {
  console.error(error);
  process.exit(1);
});
