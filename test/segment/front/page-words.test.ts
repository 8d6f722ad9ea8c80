/** Lines that a site puts around a title, as they stand in a saved text. */
import { expect, test } from "vitest";
import { parseNotice } from "../../../src/index.ts";

const read = async (...lines: string[]): Promise<Awaited<ReturnType<typeof parseNotice>>["notice"]> => {
  const { notice } = await parseNotice({ name: "n.txt", bytes: new TextEncoder().encode(lines.join("\n")) });
  return notice;
};

const body = ["各县（市、区）人民政府：", "现将2024年重点工作分工印发给你们。", "1.疏浚城区河道。（市水利局）"];

test("the title of the browser's window is none of the notice", async () => {
  const notice = await read("青禾市人民政府关于做好2024年重点工作的通知-青禾市人民政府门户网站", "青禾市人民政府关于做好2024年重点工作的通知", ...body);
  expect(notice.title).toBe("青禾市人民政府关于做好2024年重点工作的通知");
});

test("a title in book-title marks is read without them, its number before it", async () => {
  const notice = await read("青政办发〔2024〕6号《青禾市人民政府办公室关于印发〈2024年重点工作分工〉的通知》", ...body);
  expect(notice).toMatchObject({ title: "青禾市人民政府办公室关于印发〈2024年重点工作分工〉的通知", documentNumber: { text: "青政办发〔2024〕6号" } });
});

test("labelled values behind bullets are a page record", async () => {
  const notice = await read("• 索引号：A10001/2024-00128", "• 公开范围：全部公开", "• 生成日期：2024-02-06", "青禾市2024年重点工作分工方案", ...body);
  expect(notice).toMatchObject({ title: "青禾市2024年重点工作分工方案", indexNumber: "A10001/2024-00128", dateIssued: "2024-02-06" });
});
