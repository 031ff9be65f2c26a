#pragma once

#include <boost/multiprecision/cpp_int.hpp>
#include <optional>
#include <vector>

#include "base/fraction.h"

// Exact numbers of any size, for the nucleolus: its linear programs are small and their pivots
// grow.
namespace bocage::mechanism::split {

using Integer = boost::multiprecision::cpp_int;
using Rational = boost::multiprecision::cpp_rational;
using Vector = std::vector<Rational>;
using Matrix = std::vector<Vector>;  // rows

[[nodiscard]] Integer to_integer(base::Int128 number);
// None where 128 bits cannot hold it.
[[nodiscard]] std::optional<base::Int128> to_128(const Integer& number);
[[nodiscard]] std::optional<base::Fraction> to_fraction(const Rational& number);

// The rows of `matrix` as a reduced echelon form: linearly independent, leading ones.
[[nodiscard]] Matrix reduced(Matrix matrix);
// Whole vectors that span what is orthogonal to the rows of a reduced form.
[[nodiscard]] std::vector<std::vector<Integer>> orthogonal(const Matrix& reduced_form,
                                                           std::size_t columns);
// Of a square matrix that has one.
[[nodiscard]] Matrix inverse(const Matrix& matrix);

}  // namespace bocage::mechanism::split
