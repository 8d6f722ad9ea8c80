/** The service under kills. */
import { expect, test } from "vitest";
import { killService } from "../hostile/service.ts";

test("who comes again gets the bytes of batch, whatever was killed, and little is read twice", async () => {
  const kills = Number(process.env["FENGONG_KILLS"] ?? 3);
  const told = await killService(kills);
  expect(told).toMatchObject({ kills: { service: kills, reader: kills }, missing: 0, different: 0 });
  expect(told.executions).toBeLessThanOrEqual(told.notices + 2 * kills);
});
