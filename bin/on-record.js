import module from "node:module";
import { fileURLToPath } from "node:url";

// Plain JavaScript that any Node.js reads: it checks the version before the first line of TypeScript is met.
const NEEDED = 24;
if (Number(process.versions.node.split(".")[0]) < NEEDED) {
  process.stderr.write(
    `On Record needs Node.js ${NEEDED} or newer and this is ${process.version}: ` +
      'start it with "npm start" after "npm ci", which brings its own Node.js, or, where install scripts are blocked, run "npm rebuild node" first.\n',
  );
  process.exitCode = 1;
} else {
  // What Node.js makes of our files is kept beside the packages, so that every later start takes half the time.
  module.enableCompileCache(fileURLToPath(new URL("../node_modules/.cache/on-record", import.meta.url)));
  import("../src/main.ts");
}
