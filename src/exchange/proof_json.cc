#include "exchange/proof_json.h"

#include "exchange/json_object.h"

namespace bocage::exchange {
namespace {

using territory::ProblemCode;
using territory::ProofStep;
using territory::WeightedRow;

std::string step_text(const ProofStep& step) {
  if (!step.question.empty()) {
    JsonObject object;
    object.text("question", step.question);
    if (step.at != 0) {
      object.count("at", step.at);
    }
    return object.take();
  }
  return JsonObject()
      .truth("nothing_left", step.nothing_left)
      .count("scale", step.scale)
      .raw("weights",
           json_list(step.weights,
                     [](const WeightedRow& row) {
                       return JsonObject().text("row", row.row).count("weight", row.weight).take();
                     }))
      .take();
}

// A whole number from 0.
std::int64_t whole_in(DocumentReader& in, const DocumentRow& row, std::string_view key) {
  std::uint64_t const number = in.large_count(row, key).value_or(0);
  if (number > static_cast<std::uint64_t>(INT64_MAX)) {
    in.report(ProblemCode::kPlanValueWrong, row, key, kCount);
    return 0;
  }
  return static_cast<std::int64_t>(number);
}

ProofStep step_of(DocumentReader& in, const DocumentRow& row) {
  ProofStep one;
  if (row.find("question") != nullptr) {
    one.question = in.text(row, "question");
    if (one.question.empty()) {
      in.report(ProblemCode::kPlanValueWrong, row, "question", kText);
    }
    if (row.find("at") != nullptr) {
      one.at = whole_in(in, row, "at");
      if (one.at == 0) {
        in.report(ProblemCode::kPlanValueWrong, row, "at", kCount, "0");
      }
    }
    return one;
  }
  constexpr int kMostScale = 60;
  one.nothing_left = in.truth(row, "nothing_left");
  one.scale = in.count(row, "scale");
  if (one.scale > kMostScale) {
    in.report(ProblemCode::kPlanValueWrong, row, "scale", kCount);
    one.scale = 0;
  }
  one.weights = in.list<WeightedRow>(row, "weights", [&](const DocumentRow& inner) {
    WeightedRow weighted;
    weighted.row = in.text(inner, "row");
    weighted.weight = whole_in(in, inner, "weight");
    return weighted;
  });
  return one;
}

}  // namespace

std::string proof_steps_json(const std::vector<ProofStep>& proof, std::string_view line) {
  return json_list(
      proof, [](const ProofStep& step) { return step_text(step); }, "," + std::string(line),
      std::string(line));
}

std::vector<ProofStep> read_proof_steps(DocumentReader& in, const DocumentRow& row) {
  return in.list<ProofStep>(row, "proof",
                            [&](const DocumentRow& inner) { return step_of(in, inner); });
}

}  // namespace bocage::exchange
