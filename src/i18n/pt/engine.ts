// What the engine reports: why something failed, why a download waits, and what became of saved readings.
import { formatBytes, formatCount } from "../../stores/format";
import type { TranslatedEngineTexts } from "../engine-texts";

export const engine: TranslatedEngineTexts = {
  sentences: {
    WebGpuUnavailableError:
      "Use uma versão atual do Chrome ou do Edge, o Safari 26 ou o Firefox 141 no Windows, com a aceleração por hardware ligada. Atualize o driver gráfico, ou recarregue a página se o driver acabou de falhar.",
    GpuLimitError: ({ limit, needed, offered }) =>
      `Esta GPU oferece ${limit} = ${formatCount(offered)} e o modelo precisa de ${formatCount(needed)}. Experimente um modelo menor ou um contexto mais curto.`,
    GpuOutOfMemoryError: ({ byteLength }) =>
      `A GPU não tem memória para mais ${formatBytes(byteLength)}. Feche outras abas que usem a GPU, encurte o contexto ou escolha um modelo menor, e carregue-o de novo.`,
    NumericalError:
      "A resposta foi interrompida para não mostrar nada errado. Carregue o modelo de novo; se voltar a acontecer, a falha está no arquivo ou no driver gráfico.",
    ModelNotFoundError: "Baixe-o; se ele já esteve aqui, o navegador o removeu para liberar espaço.",
    ModelEvictedError: "O navegador o removeu para liberar espaço. Baixe-o de novo.",
    ModelFormatError: "Escolha outro arquivo .gguf: um Jamba denso em um único arquivo.",
    ModelDamagedError:
      "Carregue o modelo de novo: só o que está danificado é baixado outra vez. Se ele veio de um arquivo deste dispositivo, abra-o novamente.",
    ModelChangedError: "Inicie o download de novo: ele recomeça do início com o arquivo como está agora.",
    DownloadError: "Verifique o endereço e a rede, e tente de novo.",
    StorageFullError: ({ missingBytes, keptBytes }) =>
      `Faltam ${formatBytes(missingBytes)}. Os ${formatBytes(keptBytes)} que já estão aqui são mantidos; libere espaço no disco ou exclua outro modelo, e depois continue.`,
    StorageUnavailableError:
      "Verifique se o navegador pode guardar dados deste site, feche outras abas do aplicativo e recarregue a página.",
    ContextTooLongError: ({ promptTokens, contextLength }) =>
      `A conversa com seus documentos tem ${formatCount(promptTokens)} tokens e o contexto comporta ${formatCount(contextLength)}. Nada foi cortado. Remova ou encurte um documento, comece uma nova conversa ou carregue o modelo com um contexto mais longo.`,
    NoModelError: "Carregue um primeiro.",
    AnswerFormatError: "Altere o esquema, ou pergunte sem ele.",
    InternalError: "A falha é do aplicativo, não sua. Carregue o modelo de novo ou recarregue a página.",
    DocumentGoneError: ({ documentName }) =>
      `“${documentName}” foi excluído da biblioteca, e esta conversa precisa dele para continuar. Anexe o mesmo arquivo de novo, em qualquer conversa, e ele volta; ou comece uma nova conversa.`,
    UnknownError: "Tente de novo ou recarregue a página.",
  },
  retryReasons: {
    network: () => "A conexão com o servidor caiu.",
    short: () => "O servidor encerrou a resposta antes da hora.",
    stalled: () => "A conexão ficou parada.",
    mismatch: () => "O servidor enviou outros bytes que não os pedidos.",
    server: (status) => `O servidor está com uma falha (status ${status}).`,
    busy: () => "O servidor pede uma pausa (solicitações demais).",
    refused: (status) => `O servidor recusou o download (status ${status}).`,
  },
  waitsForNetwork: "Não há rede. O download continua sozinho quando ela voltar.",
  stateRefused: (label) =>
    `O que foi guardado da leitura de “${label}” estava danificado no disco. Foi excluído, e o texto é lido de novo.`,
  statesOutdated:
    "O que uma versão anterior do aplicativo guardou de suas leituras não serve a esta. Foi excluído, e os textos são lidos de novo quando se pergunta sobre eles.",
  statesFull:
    "O navegador não tem espaço para guardar o que foi lido, então depois de recarregar é lido de novo. As respostas continuam como antes; libere espaço no disco ou exclua leituras guardadas em Modelos.",
};
