// Run before the build and the tests, on whatever Node is there: old syntax, no imports.
const [major, minor] = process.versions.node.split(".").map(Number);
if (major < 22 || (major === 22 && minor < 13)) {
  console.error(`fengong needs Node >= 22.13; this is ${process.versions.node}. Run "npm ci" without --ignore-scripts: it brings Node 24 for this folder.`);
  process.exit(6);
}
