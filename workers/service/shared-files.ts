// What another app shares with the installed page comes as a form that no server is there to take. It is put into a cache, and the
// page that opens next takes it out: src/stores/arrivals.ts.
declare const self: ServiceWorkerGlobalScope;

const inScope = (path: string): URL => new URL(path, self.registration.scope);

export const isSharing = ({ method, url }: Request): boolean =>
  method === "POST" && new URL(url).pathname === inScope("./share-target").pathname;

export async function takeShared(request: Request): Promise<Response> {
  await keepShared(request);
  return Response.redirect(inScope("./?open=shared"), 303);
}

async function keepShared(request: Request): Promise<void> {
  const form = await request.formData();
  const cache = await caches.open("jamba-shared");
  const isText = (part: unknown): part is string => typeof part === "string" && part.trim() !== "";
  const text = ["title", "text", "url"].map((name) => form.get(name)).filter(isText);
  const shared = form.getAll("files").filter((file): file is File => file instanceof File && file.size > 0);
  if (text.length > 0) shared.push(new File([text.join("\n")], "", { type: "text/plain" })); // no name: it is no file
  for (const file of shared) {
    const headers = { "Content-Type": file.type, "X-File-Name": encodeURIComponent(file.name) };
    await cache.put(`./shared/${crypto.randomUUID()}`, new Response(file, { headers }));
  }
}
