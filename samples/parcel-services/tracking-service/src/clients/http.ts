export class RemoteError extends Error {
  constructor(
    readonly url: string,
    readonly status: number,
  ) {
    super(`${url} answered ${status}`);
  }
}

export async function getJson<T>(url: string, timeoutMs: number): Promise<T | null> {
  const response = await fetch(url, {
    headers: { accept: "application/json" },
    signal: AbortSignal.timeout(timeoutMs),
  });
  if (response.status === 404) {
    return null;
  }
  if (!response.ok) {
    throw new RemoteError(url, response.status);
  }
  return (await response.json()) as T;
}
