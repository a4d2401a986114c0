// Imported first by every worker: ways out that none of them uses are taken away. The policy on its script forbids them too
// (service/policies.mjs); this binds where a host sends no headers and no service worker is there yet.
const WAYS_OUT = ["WebSocket", "WebSocketStream", "WebTransport", "EventSource", "XMLHttpRequest"];

for (const name of WAYS_OUT) Reflect.deleteProperty(globalThis, name);
