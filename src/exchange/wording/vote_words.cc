#include "exchange/wording/vote_words.h"

#include <boost/multiprecision/cpp_int.hpp>

#include "exchange/wording/numbers.h"
#include "exchange/wording/say.h"

namespace bocage::exchange {
namespace {

using boost::multiprecision::cpp_int;
using territory::Language;
using territory::Millionths;
using territory::VoteOutcome;

struct Fraction {
  cpp_int above;
  cpp_int below = 1;
};

// What a document holds may be no fraction at all: it is then nothing.
Fraction fraction_of(std::string_view text) {
  constexpr std::string_view kDigits = "0123456789";
  std::size_t const slash = text.find('/');
  std::string const above(text.substr(0, slash));
  std::string const below(slash == std::string_view::npos ? "1" : text.substr(slash + 1));
  auto const is_number = [&](const std::string& part) {
    return !part.empty() && part.find_first_not_of(kDigits) == std::string::npos;
  };
  if (!is_number(above) || !is_number(below) || cpp_int(below) == 0) {
    return {};
  }
  return {cpp_int(above), cpp_int(below)};
}

std::int64_t rounded(const Fraction& fraction, std::int64_t steps) {
  cpp_int const twice = fraction.above * steps * 2 + fraction.below;
  return static_cast<std::int64_t>(cpp_int(twice / (fraction.below * 2)));
}

}  // namespace

Millionths part_rounded(std::string_view fraction) {
  constexpr std::int64_t kMillion = 1'000'000;
  return Millionths(rounded(fraction_of(fraction), kMillion));
}

std::string part_in_words(std::string_view fraction, Language language) {
  constexpr std::int64_t kHundredthsOfPercent = 10'000;
  constexpr std::size_t kShort = 12;
  Fraction const part = fraction_of(fraction);
  std::string const percent = quantity_in_words(
      Millionths(rounded(part, kHundredthsOfPercent) * kHundredthsOfPercent), "%", language);
  bool const is_exact = part.above * kHundredthsOfPercent % part.below == 0;
  return is_exact || fraction.size() > kShort ? percent
                                              : percent + " (" + std::string(fraction) + ")";
}

std::string majority_in_words(const territory::Majority& majority, Language language) {
  if (majority.share == base::Fraction(1, 1)) {
    return say(language, "everybody", "l’unanimité");
  }
  if (majority.share == base::Fraction(1, 2) && majority.strict) {
    return say(language, "more than half", "plus de la moitié");
  }
  if (majority.share == base::Fraction(2, 3)) {
    return say(language, "at least two thirds", "au moins les deux tiers");
  }
  return say(language, "at least {0}", "au moins {0}", base::to_text(majority.share));
}

std::string outcome_in_words(VoteOutcome outcome, Language language) {
  switch (outcome) {
    case VoteOutcome::kAdopted:
      return say(language, "adopted", "adoptée");
    case VoteOutcome::kRejected:
      return say(language, "rejected", "rejetée");
    case VoteOutcome::kPutAgain:
      return say(language, "to be voted again", "à revoter");
    case VoteOutcome::kNoQuorum:
      return say(language, "not decided: no quorum", "non décidée : pas de quorum");
    case VoteOutcome::kEmptyCollege:
      return say(language, "not decided: a college is silent",
                 "non décidée : un collège ne s’exprime pas");
    case VoteOutcome::kNotVoted:
      break;
  }
  return say(language, "not voted", "non votée");
}

}  // namespace bocage::exchange
