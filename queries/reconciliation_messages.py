"""What a note of the reconciliation can say, in Chinese and in English with the same blanks to fill in."""

MESSAGES: dict[str, tuple[str, str]] = {
    "reading": ("口径 {parameter}={value}：{text}。", "Reading {parameter}={value}: {text}."),
    "other_reading": ("若 {parameter}={value}，则为 {computed}。", "With {parameter}={value} it is {computed}."),
    "base_reading": (
        "公布时未说明基数；口径 base={base}：以{name}为基数。",
        "The base was not named; reading base={base}: a share of {name}.",
    ),
    "words": ("公布时只说“{words}”，没有数字。", 'Published as "{words}", without a number.'),
    "no_query": ("图谱中没有可计数的内容。", "Nothing in a graph counts it."),
    "not_loaded": ("没有载入可计数的数据：{needs}。", "Nothing of that kind was loaded: {needs}."),
    "no_base": ("没有任何可作基数的数据行。", "There is not one row to take the share of."),
    "stubs": (
        "另有 {stubs} 个只被提及、未被定义，不计。",
        "Beside them, {stubs} are only mentioned and not defined; not counted.",
    ),
    "unknown": ("{unknown} 行未填，不计入。", "{unknown} rows do not say; not counted in."),
    "inferred_base": (
        "{part} 占 {percentage}%，基数只能是 {bases}（推算，未公布）。",
        "{part} at {percentage} % takes a base of {bases} (inferred, not published).",
    ),
    "no_base_fits": ("{part} 占 {percentage}%：没有这样的整数基数。", "{part} at {percentage} %: no whole base fits."),
    "fitting_bases": (
        "不超过 {bound} 的基数中，符合 {percentage}% 的有：{bases}。",
        "Of the bases up to {bound}, {percentage} % fits {bases}.",
    ),
    "contradiction": (
        "口径不一：{figures} 不能同时成立{rounding}：基数不同，或其中一个数字有出入。",
        "Different bases, or one figure is off: {figures} cannot hold together{rounding}.",
    ),
    "however_rounded": ("（截尾或进位亦然）", ", also if cut or rounded up"),
}
"""Code -> the text in Chinese, in English."""


def message(code: str, language: str, **blanks: object) -> str:
    """Return a message in a language, "zh" or "en", with its blanks filled in."""
    return MESSAGES[code][0 if language == "zh" else 1].format(**blanks)


def joined(names: list[str], language: str) -> str:
    """Return a list as a sentence has it."""
    return ("、" if language == "zh" else ", ").join(names)


def ranges_text(ranges: tuple[range, ...], language: str) -> str:
    """Return whole numbers as a reader writes them: "496–502", or "102, 104"."""
    return joined([f"{r[0]}" if len(r) == 1 else f"{r[0]}–{r[-1]}" for r in ranges], language)
