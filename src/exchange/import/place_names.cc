#include "exchange/import/place_names.h"

#include <algorithm>

#include "base/text.h"
#include "exchange/communes.h"
#include "exchange/reading/spelling.h"

namespace bocage::exchange::importing {
namespace {

constexpr std::size_t kCodeLength = 5;

bool is_digits(std::string_view text) {
  return !text.empty() &&
         std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

std::string five_digits(std::string_view text) {
  std::string code(base::trim(text));
  // A spreadsheet that takes codes for numbers drops their first zero.
  return is_digits(code) && code.size() == kCodeLength - 1 ? "0" + code : code;
}

// Post codes begin with the department, but for Corsica (20) and overseas (three digits).
bool agrees(const Commune& commune, std::string_view postcode) {
  if (postcode.starts_with("20")) {
    return commune.code.starts_with("2A") || commune.code.starts_with("2B");
  }
  std::size_t const digits = postcode.starts_with("97") || postcode.starts_with("98") ? 3 : 2;
  return commune.code.substr(0, digits) == postcode.substr(0, digits);
}

struct NameParts {
  std::string name;
  std::string department;  // a post code, or a department's number
};

// "26340 Saillans", "Saillans (26)", "Valence CEDEX 9".
NameParts split_name(std::string_view written) {
  NameParts parts;
  std::string const folded = base::fold(written);  // the words below are parts of it
  for (std::string_view const word : base::split_words(folded)) {
    bool const digits = is_digits(word);
    bool const corsica = word == "2a" || word == "2b";
    if ((digits && (word.size() == kCodeLength || word.size() == 2 || word.size() == 3)) ||
        corsica) {
      parts.department = word;
    } else if (word != "cedex" && !digits) {
      parts.name += (parts.name.empty() ? "" : " ") + std::string(word);
    }
  }
  return parts;
}

std::string nearest_commune(const std::string& name, std::string_view postcode) {
  constexpr std::size_t kShortest = 5;
  if (name.size() < kShortest) {
    return "";
  }
  std::string best;
  std::size_t best_apart = 2;
  int best_population = -1;
  for (const Commune& commune : all_communes()) {
    if (commune.name.size() > name.size() + 8 ||
        (!postcode.empty() && !agrees(commune, postcode))) {
      continue;
    }
    std::size_t const apart = spelling_distance(base::fold(commune.name), name, 1);
    if (apart < best_apart ||
        (apart == best_apart && apart < 2 && commune.population > best_population)) {
      best = commune.code;
      best_apart = apart;
      best_population = commune.population;
    }
  }
  return best;
}

}  // namespace

CommuneReading read_commune(const WrittenPlace& written) {
  CommuneReading reading;
  for (std::string_view const text : {written.code, written.name}) {
    if (std::string const code = five_digits(text);
        commune_by_code(code) != nullptr && !text.empty()) {
      reading.code = code;
      return reading;
    }
  }
  if (written.name.empty()) {
    return reading;
  }
  NameParts const parts = split_name(written.name);
  std::string const postcode =
      written.postcode.empty() ? parts.department : five_digits(written.postcode);
  auto found = communes_by_name(parts.name);
  if (found.size() > 1 && !postcode.empty()) {
    found.erase(std::remove_if(found.begin(), found.end(),
                               [&](const Commune* commune) { return !agrees(*commune, postcode); }),
                found.end());
  }
  if (found.size() == 1) {
    reading.code = found.front()->code;
  } else if (found.empty()) {
    reading.nearest = nearest_commune(parts.name, postcode);
  }
  for (const Commune* commune : found) {
    reading.candidates.emplace_back(commune->code);
  }
  return reading;
}

std::string department_of(std::string_view code) {
  return std::string(code.substr(0, code.starts_with("97") ? 3 : 2));
}

std::string commune_label(const std::string& code) {
  Commune const* const commune = commune_by_code(code);
  return commune == nullptr ? code : std::string(commune->name) + " (" + code + ")";
}

}  // namespace bocage::exchange::importing
