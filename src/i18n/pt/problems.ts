// What went wrong, and the steps that are offered as buttons. Where there is no sentence, the error's own message stands.
import type { Texts } from "../catalogue";

export const problems: Texts["problems"] = {
  WebGpuUnavailableError: { title: "Este navegador não consegue executar o modelo" },
  GpuLimitError: { title: "Esta GPU é pequena demais para este modelo" },
  GpuOutOfMemoryError: { title: "A GPU ficou sem memória" },
  DeviceLostError: {
    title: "O driver gráfico foi reiniciado",
    sentence:
      "O modelo saiu da GPU. Sua conversa está a salvo, com a resposta até onde tinha chegado: carregue o modelo de novo e gere a resposta novamente para continuar.",
  },
  DeviceLostAgainError: {
    title: "O driver gráfico parou de novo",
    sentence:
      "Tudo está salvo. Recarregue a página com o botão do próprio navegador: só então ele devolve a GPU, e uma resposta cortada continua sozinha. Se continuar acontecendo, feche outras abas que usam a GPU ou use um modelo menor.",
  },
  NumericalError: { title: "Os cálculos do modelo falharam" },
  ModelNotFoundError: { title: "O modelo não está aqui" },
  ModelEvictedError: { title: "O navegador removeu o modelo" },
  ModelFormatError: { title: "Este arquivo não é um modelo que este aplicativo possa executar" },
  ModelDamagedError: { title: "O modelo armazenado está danificado" },
  ModelChangedError: { title: "O arquivo no servidor mudou" },
  DownloadError: { title: "O download parou" },
  LockedError: { title: "Bloqueado" },
  OfflineError: {
    title: "Sem rede",
    sentence: "O que já chegou fica guardado, e o download continua sozinho quando a rede voltar.",
  },
  StorageFullError: { title: "O armazenamento do navegador está cheio" },
  StorageUnavailableError: { title: "O navegador não permite que esta página armazene dados" },
  ContextTooLongError: { title: "Isto é longo demais para o modelo" },
  EngineBusyError: {
    title: "O modelo está ocupado",
    sentence: "Ele ainda está trabalhando em outra coisa. Espere um momento e tente novamente.",
  },
  NoModelError: { title: "Nenhum modelo está carregado" },
  AnswerFormatError: { title: "Não é possível manter o formato da resposta" },
  InternalError: { title: "Uma falha no aplicativo" },
  WorkerDiedError: {
    title: "O processo do modelo parou",
    sentence:
      "Na maioria das vezes, o navegador o encerra por falta de memória. A conversa está a salvo; feche o que não precisar e inicie-o de novo.",
  },
  EngineMovedError: {
    title: "A aba que executava o modelo foi fechada",
    sentence: "O que já tinha sido feito está salvo: carregue o modelo de novo aqui para continuar.",
  },
  OtherVersionError: {
    title: "Outra aba usa outra versão deste aplicativo",
    sentence:
      "O modelo funciona em uma só aba para todas, mas apenas para as da mesma versão. Recarregue aquela aba e depois esta: ambas terão a mais recente. O que você escreveu está salvo.",
  },
  PageStorageError: {
    title: "Esta conversa não está sendo salva",
    sentence:
      "O navegador se recusa a salvá-la. Ela fica na tela até esta página ser fechada, e uma nova tentativa de salvar é feita automaticamente: libere espaço no disco, permita que este site armazene dados ou exporte a conversa.",
  },
  PageStorageGoneError: {
    title: "Os dados deste site foram removidos",
    sentence:
      "O navegador removeu o que esta página havia salvado. A conversa na tela ainda está aqui: exporte-a antes de recarregar a página.",
  },
  NewerStorageError: {
    title: "Uma versão mais nova esteve aqui",
    sentence:
      "Uma versão mais nova deste aplicativo mudou a forma de salvar as conversas, por isso esta página não salva mais nada. Recarregue-a para obter essa versão; o que está salvo permanece.",
  },
  UnsupportedDocumentError: { title: "Este arquivo não pode ser anexado" },
  DocumentFormatError: { title: "Este arquivo está danificado" },
  DocumentPasswordError: { title: "Este arquivo está bloqueado" },
  DocumentEmptyError: { title: "Este arquivo está vazio" },
  DocumentWithoutTextError: { title: "Este documento não tem texto" },
  DocumentTooLargeError: { title: "Este documento é grande demais" },
  DocumentTimeoutError: { title: "Este documento demorou demais" },
  DocumentMemoryError: { title: "Este documento precisa de memória demais" },
  DocumentWorkerError: { title: "O leitor de documentos parou" },
  DocumentGoneError: { title: "Falta um documento" },
  UnknownError: { title: "Algo deu errado" },
};

export const remedies: Texts["remedies"] = {
  "load-again": "Carregar de novo",
  "load-bundled": "Usar o modelo pequeno",
  "open-models": "Abrir Modelos",
  "open-settings": "Abrir as configurações",
  "new-chat": "Nova conversa",
  "resume-download": "Tentar novamente",
  "reload-page": "Recarregar a página",
  "save-again": "Salvar novamente",
  "export-chat": "Exportar esta conversa",
};
