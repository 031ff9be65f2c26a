#include <algorithm>
#include <tuple>

#include "base/decimal.h"
#include "base/fraction.h"
#include "exchange/reading/offers.h"

// Activities, and the needs and contributions that stand for what they take and make.
namespace bocage::exchange {
namespace {

using base::Int128;
using territory::Activity;
using territory::Contribution;
using territory::Millionths;
using territory::Need;
using territory::ProblemCode;
using territory::Quanta;
using territory::RecipePart;
using Columns = ActivityColumn;

constexpr Int128 kOne = 1'000'000;
// Of what a recipe handles, so that balances stay within 128 bits.
constexpr Millionths kLargestQuantum{1'000'000'000'000};

// An activity with what its needs and contributions share.
struct ActivityDraft : Draft<Activity> {
  base::DayRange window;
  std::optional<territory::Position> position;
  std::optional<territory::Metres> reach;
};

ActivityDraft read_activity(Row& row, Reading& reading) {
  ActivityDraft draft;
  Activity& activity = draft.value;
  draft.row = row.position();
  activity.id = row.text(Columns::kId);
  read_stakeholder_of(row, Columns::kStakeholder, reading, draft);
  auto const recipe = row.reference(Columns::kRecipe, reading.recipes, ProblemCode::kRecipeUnknown);
  activity.recipe = recipe.value_or(0);
  row.required_text(Columns::kCapacity);
  activity.capacity =
      Millionths(row.has(Columns::kCapacity) ? row.quantity(Columns::kCapacity).value_or(1) : 1);
  if (row.has(Columns::kBatch)) {
    activity.batch = Millionths(row.quantity(Columns::kBatch).value_or(1));
    if (*activity.batch > activity.capacity) {
      row.error(ProblemCode::kLotAboveQuantity, Columns::kBatch,
                {std::string(row.text(Columns::kCapacity))});
    }
  }
  draft.window = row.window(Columns::kFrom, Columns::kUntil);
  draft.position = row.position(Columns::kLongitude, Columns::kLatitude);
  draft.reach = row.kilometres(Columns::kReach);
  if (!recipe || draft.derive_from.empty()) {
    draft.derive_from.clear();
  } else {
    draft.derive_from += "-" + reading.territory.recipes[*recipe].id;
  }
  return draft;
}

auto content_of(const ActivityDraft& draft) {
  const Activity& activity = draft.value;
  return std::tie(activity.capacity, activity.batch, draft.window, draft.position, draft.reach);
}

template <class Offer>
Offer offer_of(Reading& reading, const ActivityDraft& draft, const RecipePart& part) {
  Offer offer;
  offer.id = reading.actor_ids.derive(
      draft.value.id + ":" + reading.territory.resources[part.resource.position()].id, "activity");
  offer.stakeholder = draft.value.stakeholder;
  offer.resources = {part.resource};
  offer.window = draft.window;
  offer.position = draft.position;
  offer.reach = draft.reach;
  offer.activity = reading.territory.activities.size();
  return offer;
}

// What a capacity takes or makes of a part, in quanta; none where it cannot be held.
enum class Round { kUp, kDown };
std::optional<Int128> quanta_of(const Activity& activity, const RecipePart& part, Int128 quantum,
                                Round round) {
  Int128 const kept = kOne - part.loss.count();
  Int128 amount = 0;
  Int128 divisor = 0;
  bool const down = round == Round::kDown;
  Int128 const raw = Int128{activity.capacity.count()} * part.quantity.count();
  if (__builtin_mul_overflow(raw, down ? kept : kOne, &amount) ||
      __builtin_mul_overflow(kOne * quantum, down ? kOne : kept, &divisor)) {
    return std::nullopt;
  }
  Int128 const quanta = base::floor_divide(down ? amount : amount + divisor - 1, divisor);
  return quanta <= territory::kLargestQuanta ? std::optional(quanta) : std::nullopt;
}

class Settling {
 public:
  explicit Settling(Reading& reading) : reading_(reading), all_(reading.territory) {}

  void run() {
    for (std::size_t need = 0; need < all_.needs.size(); ++need) {
      if (auto const place = all_.needs[need].activity) {
        Activity& activity = all_.activities[*place];
        settle_side(*place, all_.recipes[activity.recipe].takes, need, activity.takes,
                    all_.needs[need], Round::kUp);
      }
    }
    for (std::size_t made = 0; made < all_.contributions.size(); ++made) {
      if (auto const place = all_.contributions[made].activity) {
        Activity& activity = all_.activities[*place];
        settle_side(*place, all_.recipes[activity.recipe].makes, made, activity.makes,
                    all_.contributions[made], Round::kDown);
      }
    }
  }

 private:
  template <class Index, class Offer>
  void settle_side(std::size_t place, const std::vector<RecipePart>& parts, std::size_t row_of,
                   std::vector<Index>& side, Offer& offer, Round round) {
    const Activity& activity = all_.activities[place];
    side.resize(parts.size());
    auto const part = std::find_if(parts.begin(), parts.end(), [&](const RecipePart& one) {
      return one.resource == offer.resources.front();
    });
    side[static_cast<std::size_t>(part - parts.begin())] = Index(row_of);
    const territory::Family& family = all_.families[offer.family.position()];
    Row row(reading_, Table::kActivities, reading_.activity_rows[place]);
    if (family.quantum > kLargestQuantum) {
      row.error(ProblemCode::kRecipeTooFine, Columns::kRecipe, {all_.recipes[activity.recipe].id});
      return;
    }
    auto const quanta = quanta_of(activity, *part, family.quantum.count(), round);
    if (!quanta) {
      row.error(
          ProblemCode::kNumberTooLarge, Columns::kCapacity,
          {base::format_decimal(Int128{territory::kLargestQuanta} * family.quantum.count(), 6)});
    } else if (*quanta == 0) {
      row.error(ProblemCode::kActivityMakesTooLittle, Columns::kCapacity,
                {activity.id, all_.resources[part->resource.position()].id,
                 base::format_decimal(family.quantum.count(), 6), family.unit});
    } else {
      offer.quantity = Quanta(static_cast<std::int64_t>(*quanta));
    }
  }

  Reading& reading_;
  territory::Territory& all_;
};

}  // namespace

void read_activities(Reading& reading) {
  const RawTable& table = reading.table(Table::kActivities);
  if (!table.present() || !table.readable()) {
    return;
  }
  std::vector<ActivityDraft> drafts;
  for (std::size_t position = 0; position < table.size(); ++position) {
    Row row(reading, Table::kActivities, position);
    drafts.push_back(read_activity(row, reading));
  }
  derive_ids(reading, reading.actor_ids, Table::kActivities, drafts, content_of);
  sort_by_id(drafts);
  for (const ActivityDraft& draft : drafts) {
    if (draft.derive_from.empty()) {
      continue;  // what is wrong with it was reported
    }
    const territory::Recipe& recipe = reading.territory.recipes[draft.value.recipe];
    for (const RecipePart& part : recipe.takes) {
      reading.taken.push_back(offer_of<Need>(reading, draft, part));
    }
    for (const RecipePart& part : recipe.makes) {
      reading.made.push_back(offer_of<Contribution>(reading, draft, part));
    }
    reading.activity_rows.push_back(draft.row);
    reading.territory.activities.push_back(draft.value);
  }
}

void settle_activities(Reading& reading) { Settling(reading).run(); }

}  // namespace bocage::exchange
