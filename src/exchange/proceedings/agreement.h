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

// As a TOML string, with its quotes.
[[nodiscard]] std::string toml_text(std::string_view text);

// One line of a TOML file set to another value, everything else as it was; the line is added where
// the key is not there. `value` is TOML.
[[nodiscard]] std::string with_setting(std::string_view toml, std::string_view key,
                                       std::string_view value);

}  // namespace bocage::exchange
