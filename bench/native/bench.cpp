// The hot paths of the core, with Google Benchmark. bench/native.mjs runs it and sets the figures beside the others.
#include <benchmark/benchmark.h>

#include <cstdint>
#include <string>
#include <vector>

#include "prorata/bulk.hpp"
#include "prorata/json.hpp"

namespace {

const prorata::Catalog& catalog() {
  static const prorata::Catalog easemob = prorata::json::builtInCatalog("easemob-cn");
  return easemob;
}

template <auto verb>
void answer(benchmark::State& state, const std::string& request) {
  for (auto _ : state) benchmark::DoNotOptimize(verb(catalog(), request));
}

void rows(benchmark::State& state) {
  constexpr std::size_t count = 1'000'000;
  std::vector<std::int32_t> on(count);
  std::vector<std::uint8_t> from(count), to(count);
  for (std::size_t i = 0; i < count; ++i) {
    on[i] = static_cast<std::int32_t>(19'723 + i * 7 % 1461);
    from[i] = static_cast<std::uint8_t>(i % 3);
    to[i] = static_cast<std::uint8_t>(i % 3 + 1);
  }
  std::vector<std::int64_t> due(count);
  for (auto _ : state) prorata::quoteColumns(catalog(), {on, from, to}, due);
}

}  // namespace

int main(int argc, char** argv) {
  namespace json = prorata::json;
  const std::string account = R"({"on":"2024-08-16","account":{"plan":"basic"},)";
  const auto bench = [](const char* name, auto run, const std::string& request) {
    benchmark::RegisterBenchmark(name, [=](benchmark::State& state) { run(state, request); });
  };
  bench("quote", answer<json::quote>, account + R"("plan":"flagship","packs":[{"pack":"pack-25k","quantity":2}]})");
  bench("cover", answer<json::cover>, account + R"("monthMinutes":200000})");
  bench("compare", answer<json::compare>, account + R"("monthlyMinutes":200000})");
  bench("optimize", answer<json::optimize>,
        account + R"("forecast":[130000,140000,380000,90000,1300000,20000,130000,140000,380000,90000,60000,20000]})");
  benchmark::RegisterBenchmark("rows", rows);
  benchmark::Initialize(&argc, argv);
  benchmark::RunSpecifiedBenchmarks();
}
