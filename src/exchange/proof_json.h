#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "exchange/document_reader.h"
#include "territory/proof_step.h"

// The trees that prove the bounds of programs, in plans and in choices: docs/formats/choice.md.
namespace bocage::exchange {

// A list, a step a line, each line begun by `line`.
[[nodiscard]] std::string proof_steps_json(const std::vector<territory::ProofStep>& proof,
                                           std::string_view line);
// The list `proof` of a row.
[[nodiscard]] std::vector<territory::ProofStep> read_proof_steps(DocumentReader& in,
                                                                 const DocumentRow& row);

}  // namespace bocage::exchange
