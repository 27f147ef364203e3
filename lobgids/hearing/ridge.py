"""Kernel ridge regression with small matrices, in plain Python; a matrix is a list of its rows.

Formulas: Murphy, Machine Learning (2012), 14.4.3; leaving one out: Rifkin and Lippert, Notes on Regularized Least
Squares (2007), 3.2.
"""

from collections.abc import Sequence
from math import sqrt
from operator import mul

Matrix = list[list[float]]
Row = Sequence[float]


def cholesky(matrix: Sequence[Row]) -> Matrix:
    """The rows, up to the diagonal, of L with L x L' = a symmetric positive definite matrix."""
    lower: Matrix = []
    for index, row in enumerate(matrix):
        new: list[float] = []
        for column, other in enumerate(lower):
            new.append((row[column] - sum(map(mul, new, other))) / other[column])
        new.append(sqrt(row[index] - sum(map(mul, new, new))))
        lower.append(new)
    return lower


def solve(lower: Matrix, wanted: Row) -> list[float]:
    """The x with L x L' x x = what is wanted: first down L, then up L'."""
    down: list[float] = []
    for row, value in zip(lower, wanted, strict=True):
        down.append((value - sum(map(mul, down, row))) / row[-1])
    for index in range(len(lower) - 1, -1, -1):
        down[index] /= lower[index][index]
        below = down[index]
        for column, factor in enumerate(lower[index][:index]):
            down[column] -= below * factor
    return down


def inverse_diagonal(lower: Matrix) -> list[float]:
    """The diagonal of the inverse of L x L': for each column of the inverse of L the sum of its squares."""
    inverse_rows: Matrix = []  # of the inverse of L', so that each can be summed as a row
    for index in range(len(lower)):
        column = [1 / lower[index][index]]
        for row in lower[index + 1 :]:
            column.append(-sum(map(mul, column, row[index:])) / row[-1])
        inverse_rows.append(column)
    return [sum(map(mul, row, row)) for row in inverse_rows]


def left_out(wanted: Row, weights: Row, inverse: Row) -> list[float]:
    """What would be predicted for each example if it had not been learnt from, without learning anew."""
    return [value - weight / part for value, weight, part in zip(wanted, weights, inverse, strict=True)]
