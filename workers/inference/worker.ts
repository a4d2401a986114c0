// Exposes an Engine to the page; nothing else.
import * as Comlink from "comlink";
import { Engine } from "./engine";

Comlink.expose(new Engine(navigator.gpu));
