// Rates of a Monday morning in the peak month, taken from the access log of the load balancer.
import http from 'k6/http';
import { check } from 'k6';

const BASE = __ENV.BASE_URL || 'http://localhost:8080';
const STAFF = { headers: { 'X-Api-Key': __ENV.STAFF_KEY } };
const DEVICE = { headers: { 'X-Api-Key': __ENV.DEVICE_KEY, 'Content-Type': 'application/json' } };

export const options = {
  scenarios: {
    dashboard: {
      executor: 'constant-arrival-rate',
      exec: 'dashboard',
      rate: 420,
      timeUnit: '1s',
      duration: '10m',
      preAllocatedVUs: 120,
    },
    ingest: {
      executor: 'constant-arrival-rate',
      exec: 'ingest',
      rate: 35,
      timeUnit: '1s',
      duration: '10m',
      preAllocatedVUs: 20,
    },
    office: {
      executor: 'constant-arrival-rate',
      exec: 'office',
      rate: 2,
      timeUnit: '1s',
      duration: '10m',
      preAllocatedVUs: 4,
    },
  },
  thresholds: {
    'http_req_duration{scenario:dashboard}': ['p(95)<400'],
    'http_req_duration{scenario:ingest}': ['p(95)<250'],
  },
};

export function dashboard() {
  const customer = 1 + Math.floor(Math.random() * 40);
  const answer = http.get(`${BASE}/dashboard/${customer}/map/clusters?box=46.3,9.5,49.1,17.2`, STAFF);
  check(answer, { ok: (r) => r.status === 200 });
}

export function ingest() {
  const serial = `T220-${100000 + Math.floor(Math.random() * 6000)}`;
  const message = JSON.stringify({ at: new Date().toISOString(), lat: 48.2, lon: 16.4, kmh: 42, hdg: 90, ign: true });
  const body = JSON.stringify({ serial, protocol: 'json', messages: [message] });
  check(http.post(`${BASE}/ingest/messages`, body, DEVICE), { accepted: (r) => r.status === 202 });
}

export function office() {
  check(http.get(`${BASE}/api/customers`, STAFF), { ok: (r) => r.status === 200 });
}
