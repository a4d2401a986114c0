// What went wrong, and the steps that are offered as buttons. Where there is no sentence, the error's own message stands.
import type { Texts } from "../catalogue";

export const problems: Texts["problems"] = {
  WebGpuUnavailableError: { title: "Este navegador no puede ejecutar el modelo" },
  GpuLimitError: { title: "Esta GPU es demasiado pequeña para este modelo" },
  GpuOutOfMemoryError: { title: "La GPU se ha quedado sin memoria" },
  DeviceLostError: {
    title: "El controlador gráfico se reinició",
    sentence:
      "El modelo salió de la GPU. Tu conversación está a salvo, con la respuesta hasta donde había llegado: carga el modelo de nuevo y regenera para seguir.",
  },
  DeviceLostAgainError: {
    title: "El controlador gráfico se detuvo otra vez",
    sentence:
      "Todo está guardado. Vuelve a cargar la página con el botón del propio navegador: solo entonces devuelve la GPU, y una respuesta cortada continúa sola. Si sigue ocurriendo, cierra otras pestañas que usen la GPU o usa un modelo más pequeño.",
  },
  NumericalError: { title: "Los cálculos del modelo fallaron" },
  ModelNotFoundError: { title: "El modelo no está aquí" },
  ModelEvictedError: { title: "El navegador eliminó el modelo" },
  ModelFormatError: { title: "Este archivo no es un modelo que esta aplicación pueda ejecutar" },
  ModelDamagedError: { title: "El modelo guardado está dañado" },
  ModelChangedError: { title: "El archivo del servidor ha cambiado" },
  DownloadError: { title: "La descarga se detuvo" },
  LockedError: { title: "Bloqueado" },
  OfflineError: {
    title: "Sin conexión",
    sentence: "Lo que ha llegado se conserva, y la descarga sigue sola cuando vuelva la conexión.",
  },
  StorageFullError: { title: "El almacenamiento del navegador está lleno" },
  StorageUnavailableError: { title: "El navegador no permite que esta página guarde datos" },
  ContextTooLongError: { title: "Esto es demasiado largo para el modelo" },
  EngineBusyError: {
    title: "El modelo está ocupado",
    sentence: "Todavía está trabajando en otra cosa. Espera un momento e inténtalo de nuevo.",
  },
  NoModelError: { title: "No hay ningún modelo cargado" },
  AnswerFormatError: { title: "No se puede mantener el formato de la respuesta" },
  InternalError: { title: "Un fallo de la aplicación" },
  WorkerDiedError: {
    title: "El proceso del modelo se detuvo",
    sentence:
      "Lo más probable es que el navegador lo cerrara por falta de memoria. La conversación está a salvo; cierra lo que no necesites y vuelve a iniciarlo.",
  },
  EngineMovedError: {
    title: "Se cerró la pestaña que ejecutaba el modelo",
    sentence: "Lo que había hecho está guardado: carga el modelo de nuevo aquí para continuar.",
  },
  OtherVersionError: {
    title: "Otra pestaña usa otra versión de esta aplicación",
    sentence:
      "El modelo funciona en una sola pestaña para todas, pero solo para las de su misma versión. Recarga aquella pestaña y después esta: ambas tendrán la más reciente. Lo que has escrito está guardado.",
  },
  PageStorageError: {
    title: "Esta conversación no se está guardando",
    sentence:
      "El navegador se niega a guardarla. Sigue en pantalla hasta que se cierre esta página y se vuelve a intentar guardarla automáticamente: libere espacio en el disco, permita que este sitio guarde datos o exporte la conversación.",
  },
  PageStorageGoneError: {
    title: "Se han eliminado los datos de este sitio",
    sentence:
      "El navegador ha eliminado lo que esta página había guardado. La conversación en pantalla sigue aquí: expórtela antes de recargar la página.",
  },
  NewerStorageError: {
    title: "Aquí ha estado una versión más reciente",
    sentence:
      "Una versión más reciente de esta aplicación ha cambiado la forma de guardar las conversaciones, así que esta página ya no guarda nada. Recárguela para obtener esa versión; lo guardado se conserva.",
  },
  UnsupportedDocumentError: { title: "Este archivo no se puede adjuntar" },
  DocumentFormatError: { title: "Este archivo está dañado" },
  DocumentPasswordError: { title: "Este archivo está protegido" },
  DocumentEmptyError: { title: "Este archivo está vacío" },
  DocumentWithoutTextError: { title: "Este documento no tiene texto" },
  DocumentTooLargeError: { title: "Este documento es demasiado grande" },
  DocumentTimeoutError: { title: "Este documento tardó demasiado" },
  DocumentMemoryError: { title: "Este documento necesita demasiada memoria" },
  DocumentWorkerError: { title: "El lector de documentos se detuvo" },
  DocumentGoneError: { title: "Falta un documento" },
  UnknownError: { title: "Algo salió mal" },
};

export const remedies: Texts["remedies"] = {
  "load-again": "Cargar de nuevo",
  "load-bundled": "Usar el modelo pequeño",
  "open-models": "Abrir Modelos",
  "open-settings": "Abrir Configuración",
  "new-chat": "Chat nuevo",
  "resume-download": "Reintentar",
  "reload-page": "Recargar la página",
  "save-again": "Guardar de nuevo",
  "export-chat": "Exportar esta conversación",
};
