// The lock, and what may leave the device; fetched when it is first shown.
import type { PrivacyTexts } from "../privacy-texts";

export const privacy: PrivacyTexts = {
  title: "Qué sale de este dispositivo",
  lock: "Bloquear: nada sale de este dispositivo",
  unlock: "Desbloquear",
  reload: "Recargar esta página",
  locked: "Bloqueo sin red",
  lockedLabel: "Bloqueado: nada sale de este dispositivo",
  lockedHelp:
    "El navegador rechaza toda conexión de esta página, que acaba de intentar una. Las descargas y las versiones nuevas esperan, y los enlaces quedan cerrados, hasta que desbloquees. Al desbloquear se recarga la página.",
  openLabel: "Sin bloquear: se pueden descargar modelos",
  lockHelp:
    "Tu modelo ya está aquí y no hace falta nada más de fuera. Con el bloqueo, el navegador rechaza toda conexión hasta que lo abras de nuevo. Al bloquear se recarga la página.",
  modelFirst: "El bloqueo se puede activar cuando haya un modelo en este dispositivo.",
  unavailable:
    "Para el bloqueo, este navegador tiene que haber guardado la aplicación. Tarda un momento tras la primera visita; puede que las ventanas privadas no lo permitan.",
  loose: "Bloqueo sin efecto",
  looseLabel: "El bloqueo está activado, pero no tiene efecto en esta pestaña",
  looseHelp: "Esta pestaña se cargó antes del bloqueo o sin pasar por él. Recárgala para que tenga efecto.",
  staysTitle: "Qué se queda aquí",
  stays: [
    "Los chats, los documentos y las respuestas se guardan en este navegador. Las partes de la aplicación que los leen no pueden conectarse a otro sitio: lo impide el navegador.",
    "No se carga nada de lo que nombren una respuesta o un documento: ni imágenes, ni estilos, ni scripts.",
  ],
  leavesTitle: "Qué sale mientras no está bloqueado",
  leaves: [
    "Una descarga pide el archivo al servidor del modelo. Este ve tu dirección de red y qué archivo quieres, nada más.",
    "Un enlace abre otro sitio cuando haces clic en él.",
    "Al servidor de esta aplicación se le piden sus archivos y las versiones nuevas.",
  ],
  browserAsks:
    "Incluso con el bloqueo, el navegador puede mirar por su cuenta si el servidor de esta aplicación tiene una versión nueva (el archivo sw.js). Esa petición no lleva nada tuyo.",
  linkKeptClosed: "La página está bloqueada, así que el enlace no se ha abierto.",
  downloadRefused:
    "Has bloqueado esta página para que nada salga de este dispositivo. Para descargar, haz clic en el candado junto al nombre del modelo y desbloquéala.",
  licences: "Licencias del software de esta aplicación",
};
