import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { readPlainRows } from "../../src/read/plain-rows.ts";

describe("plain rows are read as YAML reads them", () => {
  test.each([
    "units:\n  - exact: 区数管局\n    as: 区数据资源管理局\n",
    "units:\n  - contains: 行管\n    kind: agency\n  - exact: 市 财 局\n    name: 市财政局（总）\n    function: finance\n",
    "units:\n  - name: A1局\n    exact: Anull\n",
    "units:\n  - exact: [甲局, 乙局]\n    name: 丙局\n",
    "units:\n  - exact: '甲局'\n    name: 丙局\n",
    "units:\n  - exact: 甲局 # 旧名\n    name: 丙局\n",
    "units:\n  - exact: 甲局\r\n    name: 丙局\r\n",
    "units:\n  - regex: ^甲\n    name: 丙局\n",
    "units:\n  - exact: 甲局 \n    name: 丙局\n",
    "# 说明\n\nunits:\n  # 一行\n  - exact:\n      - 甲局\n      - \"乙 局\"\n    division: 010000\n    function: null\n    note: 2019年改革 # 注\n",
    "units:\n  - contains:\n    - 甲局\n    - 乙局\n    as: A-1局\n  - regex: ^(甲|乙){1,2}局$\n    as: '$1局'\n",
    "units:\n  - as:  两个空格\n    exact: yes局\n",
  ])("%j", (text) => {
    const rows = readPlainRows(text);
    expect(rows).toEqual(parse(text));
    expect(rows).not.toBeNull();
  });
});

describe("anything else is left to YAML", () => {
  test.each([
    "",
    "units:\n",
    "units: []\n",
    "units:\n  - exact: null\n    name: 丙局\n",
    "units:\n  - exact: True\n    name: 丙局\n",
    "units:\n  - exact: 12\n    name: 丙局\n",
    "units:\n  - exact: 甲局: 乙\n    name: 丙局\n",
    "units:\n  - exact: 甲局\n    exact: 丙局\n",
    "units:\n    name: 丙局\n",
    "units:\n  - exact: 甲局\n    name: 丙局",
    "units:\n  - regex: null\n    name: 丙局\n",
    "units:\n  - exact:\n    name: 丙局\n",
    "units:\n  - exact:\n      - 甲局\n    - 乙局\n    name: 丙局\n",
    "units:\n  - exact: [甲局, null]\n    name: 丙局\n",
    "units:\n  - exact: \"甲\\n局\"\n    name: 丙局\n",
    "units:\n  - exact: 'it''s'\n    name: 丙局\n",
    "units:\n  - exact: 甲局#1: 乙\n    name: 丙局\n",
    "units:\n  - note: 2019\n    exact: 丙局\n",
    "units:\n  - Exact: 甲局\n    name: 丙局\n",
    "units:\n  - exact: &a 甲局\n    name: *a\n",
    "units:\n  - exact: 甲局\n      接着\n    name: 丙局\n",
  ])("%j", (text) => expect(readPlainRows(text)).toBeNull());
});
