// Writes llama.cpp's logits after every token of some sequences (float32, little endian, [positions, vocabulary]).
//   llama-logits MODEL OUT [--steps] [--kv f16|f32] [--gpu-layers N] < FILE
// FILE has a sequence a line, ids separated by spaces. --steps reads them token by token. The rest is llama.cpp's default.
// For compare-llama-cpp.ts, which says how it is built.
#include <cstdio>
#include <cstdlib>
#include <iostream>
#include <sstream>
#include <string>
#include <thread>
#include <vector>
#include "ggml-backend.h"
#include "llama.h"

static void log_errors(ggml_log_level level, const char* text, void*) {
  if (level >= GGML_LOG_LEVEL_ERROR) fputs(text, stderr);
}

int main(int count, char** arguments) {
  bool steps = false;
  std::string kv = "f16", gpu_layers = "0";
  for (int i = 3; i < count; i++) {
    const std::string name = arguments[i];
    if (name == "--steps") steps = true;
    else if (name == "--kv" && i + 1 < count) kv = arguments[++i];
    else if (name == "--gpu-layers" && i + 1 < count) gpu_layers = arguments[++i];
    else count = 0;
  }
  if (count < 3 || (kv != "f16" && kv != "f32")) {
    fputs("usage: llama-logits MODEL OUT [--steps] [--kv f16|f32] [--gpu-layers N] < FILE\n", stderr);
    return 2;
  }
  llama_log_set(log_errors, nullptr);
  ggml_backend_load_all();
  llama_backend_init();

  auto model_params = llama_model_default_params();
  model_params.n_gpu_layers = atoi(gpu_layers.c_str());
  llama_model* model = llama_model_load_from_file(arguments[1], model_params);
  if (!model) return 1;
  auto params = llama_context_default_params();
  params.n_ctx = 512;
  params.n_threads = params.n_threads_batch = (std::thread::hardware_concurrency() + 1) / 2;  // they wait by spinning
  if (kv == "f32") params.type_k = params.type_v = GGML_TYPE_F32;
  llama_context* context = llama_init_from_model(model, params);
  FILE* out = fopen(arguments[2], "wb");
  if (!context || !out) return 1;

  const int vocabulary = llama_vocab_n_tokens(llama_model_get_vocab(model));
  llama_batch batch = llama_batch_init(params.n_ctx, 0, 1);
  for (std::string line; std::getline(std::cin, line);) {
    std::istringstream words(line);
    std::vector<llama_token> ids;
    for (llama_token id; words >> id;) ids.push_back(id);
    const int total = ids.size(), chunk = steps ? 1 : total;
    if (total > (int)params.n_ctx) return 1;
    llama_memory_clear(llama_get_memory(context), true);
    for (int first = 0; first < total; first += chunk) {
      batch.n_tokens = chunk;
      for (int i = 0; i < chunk; i++) {
        batch.token[i] = ids[first + i];
        batch.pos[i] = first + i;
        batch.n_seq_id[i] = 1;
        batch.seq_id[i][0] = 0;
        batch.logits[i] = true;
      }
      if (llama_decode(context, batch)) return 1;
      for (int i = 0; i < chunk; i++) fwrite(llama_get_logits_ith(context, i), sizeof(float), vocabulary, out);
    }
  }
  return fclose(out) ? 1 : 0;
}
