// Plain JavaScript that any Node.js reads: it checks the version before the first line of TypeScript is met.
const NEEDED = 24;
if (Number(process.versions.node.split(".")[0]) < NEEDED) {
  process.stderr.write(
    `On Record needs Node.js ${NEEDED} or newer and this is ${process.version}: ` +
      'start it with "npm start" after "npm ci", which brings its own Node.js, or, where install scripts are blocked, run "npm rebuild node" first.\n',
  );
  process.exitCode = 1;
} else {
  import("../src/main.ts");
}
