"""What a server of pages hands on to the server behind it."""

from assessor.plan.page_routes import routes

VITE = """
export default defineConfig({
  server: {
    port: 5173,
    proxy: {
      "/api": { target: "http://localhost:8888", changeOrigin: true, rewrite: (path) => path.replace(/^\\/api/, "") },
      '/live': { target: 'http://127.0.0.1:8888/', ws: true },
      [env.VITE_BASE_API]: {
        target: `${env.VITE_HOST}:${env.VITE_PORT}/`,
        rewrite: (path) => path.replace(new RegExp('^' + env.VITE_BASE_API), '')
      },
      "/plugin": { target: "https://plugins.acme.org/api" },
      "/short": "http://localhost:9000",
      "/asked": { target: loadEnv("development", "./").VITE_WEB_URL, changeOrigin: true },
    },
  },
})
"""
KNOWN = {"VITE_HOST": "http://127.0.0.1", "VITE_PORT": "8080", "VITE_BASE_API": "/dev", "VITE_WEB_URL": "http://localhost:7000/x"}


def test_routes_of_a_development_server() -> None:
    assert list(routes(VITE, KNOWN, KNOWN | {"VITE_BASE_API": "/prod-api"})) == [
        ("/api", 8888, True, False),
        ("/live", 8888, False, True),
        ("/prod-api", 8080, True, False),
        ("/short", 9000, False, False),
        ("/asked", 7000, False, False),
    ]


def test_nothing_is_routed_without_such_a_server() -> None:
    assert list(routes("export default { plugins: [] }", {}, {})) == []
    assert list(routes('{"/api": {"target": "http://localhost:8080", "secure": false}}', {}, {})) == [("/api", 8080, False, False)]
    assert list(routes('proxy: { "/a;b": { target: "http://localhost:1234" }, "^/re.*": "http://localhost:1234" }', {}, {})) == []
