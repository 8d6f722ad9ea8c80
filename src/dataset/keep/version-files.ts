/** What the files of a version are called; what each holds is said in `publish/artifacts.ts`. */
export const versionFiles = {
  notices: "notices.ndjson",
  changes: "delta.ndjson",
  links: "links.ndjson",
  statements: "statements.ndjson",
  issues: "issues.ndjson",
  statistics: "statistics.json",
  coverage: "coverage.json",
  gates: "gates.json",
  gatesReport: "gates.txt",
  lock: "run.lock.json",
  rekeys: "rekeys.csv",
  store: "dataset.sqlite",
  workbook: "dataset.xlsx",
  changelog: "CHANGELOG.md",
  readme: "README.md",
  datapackage: "datapackage.json",
  /** Lists all others. */
  sums: "SHA256SUMS",
} as const;
