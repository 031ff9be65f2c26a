#include <cstdint>
#include <cstdlib>
#include <map>
#include <string>

#include "exchange/proceedings/agreement.h"
#include "exchange/proceedings/formats.h"
#include "exchange/proceedings/proceedings.h"
#include "exchange/read_territory.h"
#include "exchange/wording/problems.h"

namespace {

using namespace bocage;  // NOLINT(google-build-using-namespace)

const territory::Territory& small() {
  static const territory::Territory kTerritory =
      exchange::read_territory_folder(
          {{"territory.toml", "format = 1\nname = \"x\"\nrule = \"need\"\n"},
           {"stakeholders.csv", "id,name\na,A\nb,B\n"},
           {"resources.csv", "id,name,unit\nr,R,h\n"},
           {"needs.csv", "id,stakeholder,resource,quantity\nn1,b,r,4\n"},
           {"contributions.csv", "id,stakeholder,resource,quantity\nc1,a,r,3\n"}})
          .territory;
  return kTerritory;
}

template <class Rows>
void write(std::map<std::string, std::string>& files, const exchange::TableFormat& format,
           const Rows& rows) {
  exchange::Grid grid;
  for (const exchange::Column& column : format.columns) {
    grid.headers.emplace_back(column.name);
  }
  for (auto const& row : rows) {
    exchange::append_row(grid, exchange::cells_of(row));
  }
  files[exchange::file_of(format)] = exchange::grid_text(grid);
}

std::map<std::string, std::string> written(const territory::Proceedings& all) {
  std::map<std::string, std::string> files;
  write(files, exchange::kStepsTable, all.steps);
  write(files, exchange::kPositionsTable, all.positions);
  write(files, exchange::kCommitmentsTable, all.commitments);
  write(files, exchange::kDeliveriesTable, all.deliveries);
  write(files, exchange::kDecisionsTable, all.decisions);
  return files;
}

void require(bool holds) {
  if (!holds) {
    std::abort();
  }
}

// Rows that were understood are understood again as they are written.
void tables(std::size_t which, const std::string& bytes) {
  const exchange::TableFormat& format =
      exchange::kProceedingsTables[which % exchange::kProceedingsTables.size()];
  auto const reading = exchange::read_proceedings({{exchange::file_of(format), bytes}}, small());
  for (auto const& problem : reading.problems.list) {
    (void)exchange::sentence(problem, territory::Language::kFrench);
  }
  auto const once = written(reading.proceedings);
  auto const again = exchange::read_proceedings(once, small());
  require(!again.problems.has_errors());
  require(written(again.proceedings) == once);
}

void agreement(const std::string& bytes) {
  auto const reading = exchange::read_agreement(bytes);
  auto const again = exchange::read_agreement(exchange::agreement_text(reading.agreement));
  require(again.problems.list.empty());
  require(again.agreement == reading.agreement);
}

}  // namespace

// The first byte says which table, or the agreement; the rest is the file.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  if (size == 0) {
    return 0;
  }
  std::string const bytes(reinterpret_cast<const char*>(data + 1), size - 1);
  constexpr std::uint8_t kAgreement = 'a';
  if (data[0] == kAgreement) {
    agreement(bytes);
  } else {
    tables(data[0], bytes);
  }
  return 0;
}
