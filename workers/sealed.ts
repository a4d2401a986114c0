// Imported first by workers that read what others wrote and need no network at all.
import "./guard";

Reflect.deleteProperty(globalThis, "fetch");
