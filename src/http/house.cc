#include "http/house.h"

#include <algorithm>
#include <utility>

#include "exchange/read_territory.h"

namespace bocage::http {

House::House(std::string folder, std::uint16_t port, Runner run, PlannerFor planner_for,
             std::function<void()> tell)
    : guard(port),
      runner(std::move(run)),
      changed(std::move(tell)),
      folder_(std::move(folder)),
      planner_for_(std::move(planner_for)) {}

Room* House::room_of(std::string& path) {
  constexpr std::string_view kWithin = "/cooperations/";
  if (path.compare(0, kWithin.size(), kWithin) != 0) {
    return &room(".");
  }
  std::size_t const end = std::min(path.find('/', kWithin.size()), path.size());
  std::string const name = path.substr(kWithin.size(), end - kWithin.size());
  auto const known = exchange::cooperation_folders(folder_);
  if (name == "." || std::find(known.begin(), known.end(), name) == known.end()) {
    return nullptr;
  }
  path = end == path.size() ? "/" : path.substr(end);
  return &room(name);
}

Room& House::room(const std::string& cooperation) {
  std::scoped_lock const lock(mutex_);
  auto const found = rooms_.find(cooperation);
  if (found != rooms_.end()) {
    return found->second;
  }
  std::string place = exchange::place_of_cooperation(folder_, cooperation);
  return rooms_.try_emplace(cooperation, std::move(place), cooperation, planner_for_(cooperation))
      .first->second;
}

}  // namespace bocage::http
