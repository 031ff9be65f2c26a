#include "exchange/communes.h"

#include <algorithm>
#include <charconv>
#include <string>
#include <utility>

#include "base/decimal.h"
#include "base/text.h"

// data/communes.csv, put in by cmake/BocageEmbed.cmake.
// NOLINTBEGIN(readability-identifier-naming): symbols of the assembler, which has no namespaces
extern "C" const char bocage_communes_csv[];
extern "C" const char bocage_communes_csv_end[];
// NOLINTEND(readability-identifier-naming)

namespace bocage::exchange {
namespace {

std::string_view take_until(std::string_view& text, char mark) {
  std::size_t const end = std::min(text.find(mark), text.size());
  std::string_view const taken = text.substr(0, end);
  text.remove_prefix(std::min(end + 1, text.size()));
  return taken;
}

std::int32_t degrees(std::string_view text) {
  return static_cast<std::int32_t>(base::parse_decimal(text, 7).value());
}

// The table is our own and has no quotes: a comma always separates.
std::vector<Commune> read_table(std::string_view table) {
  std::vector<Commune> communes;
  communes.reserve(35'000);
  take_until(table, '\n');
  while (!table.empty()) {
    std::string_view line = take_until(table, '\n');
    Commune commune;
    commune.code = take_until(line, ',');
    commune.name = take_until(line, ',');
    commune.centre.latitude = degrees(take_until(line, ','));
    commune.centre.longitude = degrees(take_until(line, ','));
    std::from_chars(line.data(), line.data() + line.size(), commune.population);
    communes.push_back(commune);
  }
  return communes;
}

enum class Article { kKept, kDropped };

std::string comparable_name(std::string_view name, Article article = Article::kDropped) {
  std::string const folded = base::fold(name);
  std::vector<std::string_view> words = base::split_words(folded);
  constexpr std::string_view kArticles[] = {"l", "le", "la", "les"};
  if (words.size() > 1 && article == Article::kDropped &&
      std::find(std::begin(kArticles), std::end(kArticles), words[0]) != std::end(kArticles)) {
    words.erase(words.begin());
  }
  std::string plain;
  for (std::string_view const word : words) {
    plain += plain.empty() ? "" : " ";
    plain += word == "st" ? "saint" : word == "ste" ? "sainte" : word;
  }
  return plain;
}

using NamedCommune = std::pair<std::string, const Commune*>;

std::vector<NamedCommune> sort_by_name(const std::vector<Commune>& communes) {
  std::vector<NamedCommune> by_name;
  by_name.reserve(communes.size());
  for (const Commune& commune : communes) {
    by_name.emplace_back(comparable_name(commune.name), &commune);
  }
  std::sort(by_name.begin(), by_name.end());
  return by_name;
}

}  // namespace

const std::vector<Commune>& all_communes() {
  static const std::vector<Commune> kCommunes =
      read_table({bocage_communes_csv,
                  static_cast<std::size_t>(bocage_communes_csv_end - bocage_communes_csv)});
  return kCommunes;
}

const Commune* commune_by_code(std::string_view code) {
  const std::vector<Commune>& communes = all_communes();
  auto const found = std::lower_bound(
      communes.begin(), communes.end(), code,
      [](const Commune& commune, std::string_view wanted) { return commune.code < wanted; });
  return found != communes.end() && found->code == code ? &*found : nullptr;
}

std::vector<const Commune*> communes_by_name(std::string_view name) {
  static const std::vector<NamedCommune> kByName = sort_by_name(all_communes());
  std::string const wanted = comparable_name(name);
  auto found = std::lower_bound(
      kByName.begin(), kByName.end(), wanted,
      [](const NamedCommune& commune, const std::string& key) { return commune.first < key; });
  std::vector<const Commune*> communes;
  for (; !wanted.empty() && found != kByName.end() && found->first == wanted; ++found) {
    communes.push_back(found->second);
  }
  std::string const with_article = comparable_name(name, Article::kKept);
  auto const other_article = [&](const Commune* commune) {
    return comparable_name(commune->name, Article::kKept) != with_article;
  };
  if (!std::all_of(communes.begin(), communes.end(), other_article)) {
    std::erase_if(communes, other_article);
  }
  return communes;
}

}  // namespace bocage::exchange
