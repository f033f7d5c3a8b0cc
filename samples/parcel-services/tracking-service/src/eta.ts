import { Journey } from "./model";

export interface Eta {
  date: string | null;
  reason: string;
}

function isWorkday(date: Date): boolean {
  const day = date.getUTCDay();
  return day !== 0 && day !== 6;
}

export function addWorkdays(start: Date, days: number): Date {
  const date = new Date(start);
  let left = days;
  while (left > 0) {
    date.setUTCDate(date.getUTCDate() + 1);
    if (isWorkday(date)) {
      left -= 1;
    }
  }
  return date;
}

export function estimate(journey: Journey, now: Date): Eta {
  switch (journey.state) {
    case "DELIVERED":
    case "RETURNED":
    case "CANCELLED":
      return { date: null, reason: journey.state.toLowerCase() };
    case "OUT_FOR_DELIVERY":
      return { date: now.toISOString().slice(0, 10), reason: "out for delivery" };
    default:
  }
  if (journey.transitDays === undefined) {
    return { date: null, reason: "no transit time known" };
  }
  const planned = addWorkdays(journey.announcedAt, journey.transitDays);
  if (planned < now) {
    return { date: addWorkdays(now, 1).toISOString().slice(0, 10), reason: "late" };
  }
  return { date: planned.toISOString().slice(0, 10), reason: "on schedule" };
}
