#pragma once

#include <optional>
#include <string>

#include "service/meeting.h"

namespace bocage::service {

// The id of a stakeholder that was named by its id or by its name; the text itself where nothing
// bears it.
[[nodiscard]] std::string stakeholder_id(const Meeting& meeting, const std::string& text);

// What a delivery comes to where nobody says a quantity: all of it where it is done, as much as
// before where it is late, nothing where it failed.
[[nodiscard]] territory::Millionths delivered(const Meeting& meeting,
                                              const territory::Delivery& delivery,
                                              std::optional<territory::Millionths> stated);

}  // namespace bocage::service
