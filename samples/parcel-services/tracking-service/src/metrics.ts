import { NextFunction, Request, Response } from "express";
import client from "prom-client";

client.collectDefaultMetrics();

export const scansTotal = new client.Counter({
  name: "tracking_scans_total",
  help: "Scans received, by kind",
  labelNames: ["kind"],
});

export const lookupSeconds = new client.Histogram({
  name: "tracking_lookup_seconds",
  help: "Duration of public tracking lookups",
  labelNames: ["status"],
  buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5],
});

export function measureLookups(_request: Request, response: Response, next: NextFunction): void {
  const stop = lookupSeconds.startTimer();
  response.on("finish", () => stop({ status: String(response.statusCode) }));
  next();
}

export async function metricsEndpoint(_request: Request, response: Response): Promise<void> {
  response.set("Content-Type", client.register.contentType);
  response.send(await client.register.metrics());
}
