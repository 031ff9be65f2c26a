#include "exchange/import/quantity_text.h"

#include <algorithm>
#include <array>
#include <cstdlib>
#include <optional>
#include <utility>
#include <vector>

#include "base/decimal.h"
#include "base/text.h"
#include "exchange/import/unit_names.h"

namespace bocage::exchange::importing {
namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_letter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || static_cast<unsigned char>(c) >= 0x80;
}

struct Number {
  std::string plain;
  bool thousands = false;
  bool either = false;
};

// The digits between the marks of "1.200,50", and the marks.
struct Groups {
  std::vector<std::string_view> digits;
  std::string marks;
};

bool three_digits_follow(std::string_view text, std::size_t at) {
  std::size_t end = at;
  while (end < text.size() && is_digit(text[end])) {
    ++end;
  }
  return end - at == 3;
}

Groups take_groups(std::string_view& text) {
  Groups groups;
  std::size_t at = 0;
  while (true) {
    std::size_t const start = at;
    while (at < text.size() && is_digit(text[at])) {
      ++at;
    }
    groups.digits.push_back(text.substr(start, at - start));
    char const mark = at < text.size() ? text[at] : '\0';
    bool const digit_after = at + 1 < text.size() && is_digit(text[at + 1]);
    bool const spaced = (mark == ' ' || mark == '\'') && three_digits_follow(text, at + 1) &&
                        groups.digits.back().size() <= 3 &&
                        groups.marks.find_first_of(".,") == std::string::npos;
    if (!digit_after || !(mark == '.' || mark == ',' || spaced)) {
      text.remove_prefix(at);
      return groups;
    }
    groups.marks.push_back(mark);
    ++at;
  }
}

std::optional<Number> number_of_groups(const Groups& groups, bool french) {
  Number number;
  auto const& digits = groups.digits;
  std::size_t decimals_from = digits.size();  // the group that holds decimals
  if (!groups.marks.empty()) {
    char const last = groups.marks.back();
    bool const repeated = std::count(groups.marks.begin(), groups.marks.end(), last) > 1;
    bool const is_mark = last == '.' || last == ',';
    number.either = groups.marks.size() == 1 && is_mark && digits[1].size() == 3 &&
                    digits[0].size() <= 3 && !digits[0].empty() && digits[0] != "0";
    bool const usual_mark = (last == ',') == french;
    if (is_mark && !repeated && (!number.either || usual_mark)) {
      decimals_from = digits.size() - 1;
    }
  }
  for (std::size_t i = 0; i < digits.size(); ++i) {
    if (i > 0 && i < decimals_from && digits[i].size() != 3) {
      return std::nullopt;
    }
    number.thousands = number.thousands || (i > 0 && i < decimals_from);
    number.plain += (i == decimals_from ? "." : "") + std::string(digits[i]);
  }
  if (number.plain.empty()) {
    return std::nullopt;
  }
  number.plain.insert(0, number.plain.front() == '.' ? "0" : "");
  return number;
}

struct Word {
  std::string_view folded;
  std::string_view meaning;
};

constexpr std::array kNumberWords{
    Word{"un", "1"},           Word{"une", "1"},           Word{"deux", "2"},
    Word{"trois", "3"},        Word{"quatre", "4"},        Word{"cinq", "5"},
    Word{"six", "6"},          Word{"sept", "7"},          Word{"huit", "8"},
    Word{"neuf", "9"},         Word{"dix", "10"},          Word{"dizaine", "10"},
    Word{"douze", "12"},       Word{"douzaine", "12"},     Word{"quinzaine", "15"},
    Word{"vingt", "20"},       Word{"vingtaine", "20"},    Word{"trentaine", "30"},
    Word{"quarantaine", "40"}, Word{"cinquantaine", "50"}, Word{"cent", "100"},
    Word{"centaine", "100"},   Word{"mille", "1000"},      Word{"millier", "1000"},
    Word{"one", "1"},          Word{"two", "2"},           Word{"three", "3"},
    Word{"four", "4"},         Word{"five", "5"},          Word{"ten", "10"},
    Word{"dozen", "12"},       Word{"hundred", "100"},     Word{"thousand", "1000"},
};

constexpr std::array<std::string_view, 26> kAbout{
    "environ", "env",    "approx",  "approximativement",
    "about",   "around", "autour",  "circa",
    "ca",      "max",    "maximum", "maxi",
    "minimum", "min",    "mini",    "presque",
    "plus",    "moins",  "au",      "jusqu",
    "a",       "peu",    "pres",    "up",
    "to",      "least"};

constexpr std::array<std::string_view, 7> kOpensRange{"entre", "between", "from", "de",
                                                      "du",    "at",      "ou"};

constexpr std::array kPeriods{
    Word{"jour", "d"},      Word{"jours", "d"},  Word{"j", "d"},       Word{"day", "d"},
    Word{"quotidien", "d"}, Word{"daily", "d"},  Word{"semaine", "w"}, Word{"semaines", "w"},
    Word{"sem", "w"},       Word{"week", "w"},   Word{"hebdo", "w"},   Word{"hebdomadaire", "w"},
    Word{"weekly", "w"},    Word{"mois", "m"},   Word{"month", "m"},   Word{"mensuel", "m"},
    Word{"monthly", "m"},   Word{"an", "y"},     Word{"annee", "y"},   Word{"year", "y"},
    Word{"annuel", "y"},    Word{"yearly", "y"},
};

template <class Words>
std::string_view meaning_of(const Words& words, std::string_view folded) {
  for (const Word& word : words) {
    if (word.folded == folded) {
      return word.meaning;
    }
  }
  return {};
}

RatePeriod period_of(std::string_view meaning) {
  return meaning == "d"   ? RatePeriod::kDay
         : meaning == "w" ? RatePeriod::kWeek
         : meaning == "m" ? RatePeriod::kMonth
         : meaning == "y" ? RatePeriod::kYear
                          : RatePeriod::kNone;
}

// Reads one cell from the left; what it cannot place stays in `rest`.
class QuantityScanner {
 public:
  QuantityScanner(std::string_view text, bool french) : text_(text), french_(french) {}

  QuantityReading read() {
    take_question_marks();
    bool const about = take_about();
    if (!take_first_number()) {
      return {QuantityDoubt::kNotANumber, "", "", "", std::string(base::trim(text_)), {}};
    }
    take_unit();
    take_minutes();
    take_second_number();
    take_unit();
    take_rate();
    take_rest();
    raise(QuantityDoubt::kApproximate, about);
    raise(QuantityDoubt::kQuestion, question_);
    return std::move(reading_);
  }

 private:
  // The first doubt is told; the proposal covers them all.
  void raise(QuantityDoubt doubt, bool applies = true) {
    if (applies && reading_.doubt == QuantityDoubt::kNone) {
      reading_.doubt = doubt;
    }
  }

  void skip_spaces() { text_.remove_prefix(std::min(text_.find_first_not_of(' '), text_.size())); }

  bool take_sign(std::string_view sign) {
    skip_spaces();
    bool const there = text_.starts_with(sign);
    text_.remove_prefix(there ? sign.size() : 0);
    return there;
  }

  std::string_view peek_word() {
    skip_spaces();
    std::size_t length = 0;
    while (length < text_.size() && is_letter(text_[length])) {
      ++length;
    }
    return text_.substr(0, length);
  }

  void take_question_marks() {
    while (!text_.empty() &&
           (text_.back() == '?' || text_.back() == ' ' || (question_ && text_.back() == '('))) {
      question_ = question_ || text_.back() == '?';
      text_.remove_suffix(1);
    }
    if (text_.ends_with("(?)")) {
      question_ = true;
      text_.remove_suffix(3);
    }
  }

  bool take_about() {
    bool about = false;
    while (!text_.empty()) {
      std::string_view const before = text_;
      for (std::string_view const sign : {"~", "≈", "±", "+/-", "<", ">", "≤", "≥", "'", "."}) {
        about = (take_sign(sign) && sign != ".") || about;
      }
      std::string const word = base::fold(peek_word());
      bool const opens =
          std::find(kOpensRange.begin(), kOpensRange.end(), word) != kOpensRange.end();
      if (std::find(kAbout.begin(), kAbout.end(), word) != kAbout.end() || opens) {
        about = about || !opens;
        text_.remove_prefix(peek_word().size());
      }
      if (text_ == before) {
        break;
      }
    }
    return about;
  }

  std::optional<Number> take_number() {
    skip_spaces();
    std::string_view ahead = text_;
    bool const negative = ahead.starts_with('-');
    ahead.remove_prefix(negative || ahead.starts_with('+') ? 1 : 0);
    if (ahead.empty() ||
        !(is_digit(ahead.front()) || (ahead.size() > 1 && is_digit(ahead[1]) &&
                                      (ahead.front() == '.' || ahead.front() == ',')))) {
      return std::nullopt;
    }
    auto number = number_of_groups(take_groups(ahead), french_);
    if (number) {
      number->plain.insert(0, negative ? "-" : "");
      text_ = ahead;
    }
    return number;
  }

  bool take_first_number() {
    if (auto const number = take_number()) {
      reading_.number = number->plain;
      raise(QuantityDoubt::kThousands, number->thousands && !number->either);
      raise(QuantityDoubt::kEitherMark, number->either);
      return true;
    }
    std::string_view const before = text_;
    for (int i = 0; i < 2; ++i) {  // "une dizaine"
      std::string_view const word = peek_word();
      std::string_view const meaning = meaning_of(kNumberWords, base::fold(word));
      if (meaning.empty() || (i == 1 && meaning.size() == 1)) {
        break;
      }
      reading_.number = meaning;
      text_.remove_prefix(word.size());
    }
    raise(QuantityDoubt::kNumberInWords, text_ != before);
    return text_ != before;
  }

  void take_unit() {
    skip_spaces();
    if (!reading_.unit.empty()) {
      return;
    }
    for (std::string_view const sign : {"€", "m²", "m³", "m2", "m3", "%"}) {
      if (take_sign(sign)) {
        reading_.unit = sign == "%" ? "%" : unit_name(sign);
        return;
      }
    }
    std::string_view const word = peek_word();
    // "demi-journées" is one unit of two words.
    for (std::size_t const length : {two_words(word.size()), word.size()}) {
      auto const unit = length == 0 ? std::nullopt : known_unit(text_.substr(0, length));
      if (unit) {
        reading_.unit = *unit;
        text_.remove_prefix(length);
        text_.remove_prefix(text_.starts_with('.') ? 1 : 0);
        return;
      }
    }
  }

  std::size_t two_words(std::size_t first) const {
    if (first == 0 || first + 1 >= text_.size() || (text_[first] != ' ' && text_[first] != '-')) {
      return 0;
    }
    std::size_t end = first + 1;
    while (end < text_.size() && is_letter(text_[end])) {
      ++end;
    }
    return end == first + 1 ? 0 : end;
  }

  // "2h30" is two and a half hours.
  void take_minutes() {
    if (reading_.unit != "h" || text_.size() < 2 || !is_digit(text_[0]) || !is_digit(text_[1])) {
      return;
    }
    int const minutes = (text_[0] - '0') * 10 + (text_[1] - '0');
    auto const hours = base::parse_decimal(reading_.number, 2);
    if (!hours || minutes >= 60 || minutes % 3 != 0) {
      return;
    }
    reading_.number = base::format_decimal(*hours + minutes * 5 / 3, 2);
    text_.remove_prefix(2);
    std::string const word = base::fold(peek_word());
    text_.remove_prefix(word == "min" || word == "mn" ? peek_word().size() : 0);
  }

  bool take_joint(std::string_view& text, std::string_view joint) {
    if (!text.starts_with(joint)) {
      return false;
    }
    text.remove_prefix(joint.size());
    return true;
  }

  void take_second_number() {
    skip_spaces();
    std::string_view const before = text_;
    for (std::string_view const joint :
         {"-", "à ", "a ", "et ", "ou ", "to ", "and ", "or ", "..", "x", "×", "*", "+"}) {
      text_ = before;
      if (!take_joint(text_, joint)) {
        continue;
      }
      if (auto const second = take_number()) {
        combine(joint, second->plain);
        return;
      }
    }
    text_ = before;
  }

  void combine(std::string_view joint, const std::string& second) {
    bool const product = joint == "x" || joint == "×" || joint == "*";
    if (!product && joint != "+") {
      reading_.upper = second;
      reading_.doubt = QuantityDoubt::kRange;
      return;
    }
    auto const a = base::parse_decimal(reading_.number, 3);
    auto const b = base::parse_decimal(second, 3);
    reading_.doubt = QuantityDoubt::kCalculation;
    constexpr std::int64_t kLargest = 1'000'000'000;
    if (!a || !b || std::abs(*a) > kLargest || std::abs(*b) > kLargest) {
      reading_.number.clear();
      return;
    }
    reading_.number = product ? base::format_decimal(base::Int128(*a) * *b, 6)
                              : base::format_decimal(base::Int128(*a) + *b, 3);
  }

  void take_rate() {
    skip_spaces();
    std::string_view const before = text_;
    bool joined = take_sign("/");
    std::string const joint = base::fold(peek_word());
    if (!joined && (joint == "par" || joint == "per" || joint == "chaque" || joint == "every" ||
                    joint == "a")) {
      text_.remove_prefix(peek_word().size());
      joined = true;
    }
    std::string_view const word = peek_word();
    std::string const folded = base::fold(word);
    constexpr std::size_t kAdverb = 5;  // "hebdo" needs no "par", "an" does
    reading_.rate = joined || folded.size() >= kAdverb ? period_of(meaning_of(kPeriods, folded))
                                                       : RatePeriod::kNone;
    if (reading_.rate == RatePeriod::kNone) {
      text_ = before;
      return;
    }
    text_.remove_prefix(word.size());
    text_.remove_prefix(text_.starts_with('.') ? 1 : 0);
    reading_.doubt = QuantityDoubt::kRate;
  }

  void take_rest() {
    std::string_view rest = base::trim(text_);
    // "1/2", "20 kg 2 fois": more numbers than one quantity has.
    if (!rest.empty() && rest.find_first_of("0123456789") < 2) {
      reading_.doubt = QuantityDoubt::kNotANumber;
      reading_.number.clear();
      return;
    }
    std::string const folded = base::fold(rest);
    if (std::find(kAbout.begin(), kAbout.end(), folded) != kAbout.end()) {
      raise(QuantityDoubt::kApproximate);
      return;
    }
    for (std::string_view const of : {"de ", "d'", "des ", "du ", "of ", "D'", "De "}) {
      if (rest.starts_with(of)) {
        rest = base::trim(rest.substr(of.size()));
        break;
      }
    }
    reading_.rest = rest;
    raise(QuantityDoubt::kExtraWords, !rest.empty());
  }

  std::string_view text_;
  bool french_;
  bool question_ = false;
  QuantityReading reading_;
};

struct Replacement {
  std::string_view from;
  char to;
};

constexpr std::array kSigns{
    Replacement{"\xC2\xA0", ' '},     Replacement{"\xE2\x80\xAF", ' '},
    Replacement{"\xE2\x80\x89", ' '}, Replacement{"\xE2\x80\x82", ' '},
    Replacement{"\xE2\x80\x83", ' '}, Replacement{"\xE2\x80\x91", '-'},
    Replacement{"\xE2\x80\x93", '-'}, Replacement{"\xE2\x80\x94", '-'},
    Replacement{"\xE2\x88\x92", '-'}, Replacement{"\xE2\x80\x99", '\''},
    Replacement{"\t", ' '},           Replacement{"\n", ' '},
};

}  // namespace

std::string plain_signs(std::string_view text) {
  std::string plain;
  plain.reserve(text.size());
  for (std::size_t at = 0; at < text.size();) {
    auto const* const found =
        std::find_if(kSigns.begin(), kSigns.end(), [&](const Replacement& replacement) {
          return text.substr(at).starts_with(replacement.from);
        });
    char const next = found == kSigns.end() ? text[at] : found->to;
    at += found == kSigns.end() ? 1 : found->from.size();
    if (next != ' ' || (!plain.empty() && plain.back() != ' ')) {
      plain.push_back(next);
    }
  }
  return std::string(base::trim(plain));
}

QuantityReading read_quantity(std::string_view text, bool french) {
  std::string const plain = plain_signs(text);
  return QuantityScanner(plain, french).read();
}

}  // namespace bocage::exchange::importing
