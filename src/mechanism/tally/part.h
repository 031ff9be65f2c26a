#pragma once

#include <boost/multiprecision/cpp_int.hpp>
#include <string>

#include "base/fraction.h"

// Parts of all votes, exact whatever their size: a vote is never counted in floating point.
namespace bocage::mechanism::tally {

using Part = boost::multiprecision::cpp_rational;

// "7/20"; a whole number without "/1".
[[nodiscard]] inline std::string to_text(const Part& part) { return part.str(); }

[[nodiscard]] inline Part part_of(const base::Fraction& fraction) {
  return {boost::multiprecision::cpp_int(fraction.numerator()),
          boost::multiprecision::cpp_int(fraction.denominator())};
}

}  // namespace bocage::mechanism::tally
