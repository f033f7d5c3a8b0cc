import { Router } from "express";
import { Store } from "../store";

export function healthRoutes(store: Store): Router {
  const router = Router();
  router.get("/live", (_request, response) => {
    response.json({ status: "up" });
  });
  router.get("/ready", async (_request, response) => {
    try {
      await store.ping();
      response.json({ status: "up" });
    } catch {
      response.status(503).json({ status: "down" });
    }
  });
  return router;
}
