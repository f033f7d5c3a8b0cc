import { Router } from "express";
import { Config } from "../config";
import { Events } from "../events";
import { scansTotal } from "../metrics";
import { parseScan, ScanRefused } from "../scan";
import { Store } from "../store";

export function scanRoutes(store: Store, events: Events, config: Config): Router {
  const router = Router();

  router.use((request, response, next) => {
    if (config.scannerToken && request.header("x-scanner-token") !== config.scannerToken) {
      response.status(401).json({ error: "scanner token missing or wrong" });
      return;
    }
    next();
  });

  router.post("/", async (request, response, next) => {
    try {
      const scan = parseScan(request.body);
      const isNew = await store.addScan(scan);
      if (isNew) {
        scansTotal.inc({ kind: scan.kind });
        await events.publishScan(scan);
      }
      response.status(isNew ? 201 : 200).json({ scanId: scan.scanId, stored: isNew });
    } catch (error) {
      if (error instanceof ScanRefused) {
        response.status(422).json({ error: error.message });
        return;
      }
      next(error);
    }
  });

  return router;
}
