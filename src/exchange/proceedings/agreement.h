#pragma once

#include <string>
#include <string_view>

#include "territory/agreement.h"
#include "territory/problem.h"

// agreement.toml <-> values: docs/formats/agreement.md.
namespace bocage::exchange {

inline constexpr std::string_view kAgreementFile = "agreement.toml";

struct AgreementReading {
  territory::Agreement agreement;
  territory::Problems problems;
};

// What is not stated stands at its default.
[[nodiscard]] AgreementReading read_agreement(std::string_view bytes);

// The whole agreement, with a comment a line.
[[nodiscard]] std::string agreement_text(const territory::Agreement& agreement);

}  // namespace bocage::exchange
