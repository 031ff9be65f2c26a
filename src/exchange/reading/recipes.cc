#include <map>
#include <tuple>

#include "exchange/reading/row.h"

namespace bocage::exchange {
namespace {

using territory::Millionths;
using territory::ProblemCode;
using territory::Recipe;
using territory::RecipePart;
using territory::ResourceIndex;
using Columns = RecipeColumn;

constexpr Millionths kAll{1'000'000};
// A unit of a recipe takes or makes no more, so that a quantity of it stays exact.
constexpr std::int64_t kLargestPart = 1'000'000'000'000;  // millionths of the unit

// The parts of one side of a recipe, by resource, with the line each stands on.
using Side = std::map<ResourceIndex, std::pair<RecipePart, int>>;
struct Sides {
  Side takes;
  Side makes;
  std::size_t row = 0;  // the first one
};

void add_part(Row& row, const std::string& recipe, std::size_t column, const RecipePart& part,
              Side& side) {
  auto const [stood, is_new] = side.try_emplace(part.resource, part, row.line());
  if (!is_new) {
    row.error(ProblemCode::kRecipeRowRepeated, column,
              {recipe, std::to_string(stood->second.second)});
  }
}

void read_row(Reading& reading, std::size_t position, std::map<std::string, Sides>& recipes) {
  Row row(reading, Table::kRecipes, position);
  std::string const recipe = row.required_text(Columns::kRecipe);
  auto const resource =
      row.reference(Columns::kResource, reading.resources, ProblemCode::kResourceUnknown);
  Millionths loss = row.ratio(Columns::kLoss).value_or(Millionths(0));
  if (loss == kAll) {
    row.error(ProblemCode::kRecipeLosesAll, Columns::kLoss, {recipe});
    loss = Millionths(0);
  }
  if (!row.has(Columns::kTakes) && !row.has(Columns::kMakes)) {
    row.error(ProblemCode::kRecipeRowEmpty, Columns::kTakes, {recipe});
  }
  Sides& sides = recipes.try_emplace(recipe, Sides{{}, {}, position}).first->second;
  for (auto const& [column, side] :
       {std::pair{Columns::kTakes, &sides.takes}, std::pair{Columns::kMakes, &sides.makes}}) {
    std::optional<std::int64_t> const quantity =
        row.has(column) ? row.quantity(column) : std::nullopt;
    if (quantity > kLargestPart) {
      row.error(ProblemCode::kRecipeTooFine, column, {recipe});
    } else if (resource && row.has(column)) {
      add_part(row, recipe, column,
               {ResourceIndex(*resource), Millionths(quantity.value_or(1)), loss}, *side);
    }
  }
}

std::vector<RecipePart> parts_of(const Side& side) {
  std::vector<RecipePart> parts;
  parts.reserve(side.size());
  for (auto const& [resource, part] : side) {
    parts.push_back(part.first);
  }
  return parts;
}

}  // namespace

void read_recipes(Reading& reading) {
  const RawTable& table = reading.table(Table::kRecipes);
  reading.recipes.whole = table.readable();
  if (!table.present() || !table.readable()) {
    return;
  }
  std::map<std::string, Sides> recipes;
  for (std::size_t position = 0; position < table.size(); ++position) {
    read_row(reading, position, recipes);
  }
  for (auto const& [id, sides] : recipes) {
    Row row(reading, Table::kRecipes, sides.row);
    if (!id.empty() && sides.takes.empty()) {
      row.error(ProblemCode::kRecipeTakesNothing, Columns::kRecipe, {id});
    }
    if (!id.empty() && sides.makes.empty()) {
      row.error(ProblemCode::kRecipeMakesNothing, Columns::kRecipe, {id});
    }
    reading.recipes.add(id);
    reading.territory.recipes.push_back({id, parts_of(sides.takes), parts_of(sides.makes)});
  }
}

}  // namespace bocage::exchange
