"""Writes the words of the interface in the Chinese of Taiwan anew: `templates/words/zh-TW.yaml`.

They are made from those of the mainland by OpenCC (its phrases of Taiwan), then by the list below:
what OpenCC leaves as it is, or makes of it in other texts than ours. Keys, comments and
placeholders are ASCII, so nothing happens to them.
"""

from __future__ import annotations

from pathlib import Path

from opencc import OpenCC

FOLDER = Path(__file__).parent.parent / "templates" / "words"
ORIGIN, MADE = FOLDER / "zh-CN.yaml", FOLDER / "zh-TW.yaml"

_SIGNS = str.maketrans({"「": "〔", "」": "〕", "“": "「", "”": "」"})
"""Taiwan quotes with 「」, so what marks whom something is for has other brackets."""

_HEAD = "# Made from zh-CN.yaml by `make words`: change that file, or the list in tools/words.py.\n"

SAID_HERE = {
    "導航欄": "導覽列",
    "頁面頂部": "頁面最上方",
    "頂部的": "最上方的",
    "這臺": "這台",
    "聯網": "連網",
    "映象": "鏡像",
    "賬戶": "帳戶",
    "哪天籤的": "哪天簽的",
    "下載文本": "下載文字檔",
    "壓縮包": "壓縮檔",
    "解壓": "解壓縮",
    "二維碼": "QR Code ",
    "掃碼": "掃描",
    "網上": "網路上",
    "投訴": "申訴",
    "渠道": "管道",
    "寫郵件": "寫電子郵件",
    "、郵件": "、電子郵件",
    "列表": "清單",
    "調休上班": "補班",
    "法定節日": "國定假日",
    "監管部門": "主管機關",
    "迴音": "回音",
    "選中": "選取",
    "地址": "網址",
    "[〇 零,": "[〇 零, 週 周, 万 萬,",
}
"""What OpenCC makes of our words → what is said in Taiwan; read through on 2026-12-01."""


def made(text: str) -> str:
    """Write the words of the mainland as they are said in Taiwan."""
    words = text[text.index("\nsigns:") + 1 :]
    found = str(OpenCC("s2twp").convert(words.translate(_SIGNS)))
    for old, new in SAID_HERE.items():
        found = found.replace(old, new)
    return _HEAD + found


def main() -> None:
    """Write the file."""
    MADE.write_text(made(ORIGIN.read_text(encoding="utf-8")), encoding="utf-8")


if __name__ == "__main__":
    main()
