import { Scan, SCAN_KINDS, ScanKind } from "./model";

export class ScanRefused extends Error {}

const MAX_CLOCK_SKEW_MS = 10 * 60 * 1000;

export function parseScan(body: unknown, now: Date = new Date()): Scan {
  if (typeof body !== "object" || body === null) {
    throw new ScanRefused("a JSON object is expected");
  }
  const input = body as Record<string, unknown>;
  const scanId = required(input, "scanId");
  const trackingCode = required(input, "trackingCode").toUpperCase();
  const depot = required(input, "depot");
  const kind = required(input, "kind") as ScanKind;
  if (!SCAN_KINDS.includes(kind)) {
    throw new ScanRefused(`unknown kind ${kind}`);
  }
  const at = new Date(required(input, "at"));
  if (Number.isNaN(at.getTime())) {
    throw new ScanRefused("at is no time");
  }
  if (at.getTime() > now.getTime() + MAX_CLOCK_SKEW_MS) {
    throw new ScanRefused("at lies in the future, check the clock of the scanner");
  }
  const scan: Scan = { scanId, trackingCode, kind, depot, at };
  if (typeof input.note === "string") {
    scan.note = input.note.slice(0, 200);
  }
  return scan;
}

function required(input: Record<string, unknown>, name: string): string {
  const value = input[name];
  if (typeof value !== "string" || value.trim() === "") {
    throw new ScanRefused(`${name} is missing`);
  }
  return value.trim();
}
