#pragma once

#include <map>
#include <string>
#include <utility>

#include "exchange/import/intake.h"
#include "exchange/import/place_names.h"
#include "exchange/import/row_view.h"

namespace bocage::exchange::importing {

// Who a row is about, and what it says of them.
class ActorReader {
 public:
  explicit ActorReader(Intake& intake) : intake_(intake) {}

  // `asks`: the row asks for or offers something, so that somebody must stand behind it.
  void read(const RowView& row, bool asks, Actor& actor);
  // A row that only names somebody: who is proposed for the rows below that name nobody.
  void remember(const RowView& row);

 private:
  void read_name(const RowView& row, bool asks, Actor& actor);
  void read_commune_of(const RowView& row, Actor& actor);

  Intake& intake_;
  std::string last_stakeholder_;
  std::map<std::pair<std::string, std::string>, CommuneReading> communes_;
};

// A longitude or a latitude; empty where there is none.
[[nodiscard]] PlacedText read_degrees(const RowView& row, Field field, Intake& intake);

}  // namespace bocage::exchange::importing
