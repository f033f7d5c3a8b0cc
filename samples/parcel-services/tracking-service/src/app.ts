import express, { NextFunction, Request, Response } from "express";
import { ShipmentClient } from "./clients/shipments";
import { Config } from "./config";
import { Events } from "./events";
import { log } from "./log";
import { metricsEndpoint } from "./metrics";
import { healthRoutes } from "./routes/health";
import { scanRoutes } from "./routes/scans";
import { trackingRoutes } from "./routes/tracking";
import { Store } from "./store";

export function createApp(config: Config, store: Store, events: Events): express.Express {
  const app = express();
  app.disable("x-powered-by");
  app.use(express.json({ limit: "64kb" }));
  app.use("/health", healthRoutes(store));
  app.get("/metrics", metricsEndpoint);
  app.use("/tracking", trackingRoutes(store, new ShipmentClient(config)));
  app.use("/scans", scanRoutes(store, events, config));
  app.use((error: Error, request: Request, response: Response, _next: NextFunction) => {
    log.error({ error, path: request.path }, "request failed");
    response.status(500).json({ error: "internal error" });
  });
  return app;
}
