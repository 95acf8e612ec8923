"""Writes what is said in the Chinese of Taiwan anew, from that of the mainland.

The words of the interface (`templates/words/zh-TW.yaml`) and what a site and a page begin with
(`templates/init/zh-TW/`, `templates/new/zh-TW/`) are made by OpenCC (its phrases of Taiwan), then
by the list below: what OpenCC leaves as it is, or makes of it in other texts than ours. Keys, ids
and placeholders are ASCII, so nothing happens to them.
"""

from __future__ import annotations

import re
from pathlib import Path

from opencc import OpenCC

TEMPLATES = Path(__file__).parent.parent / "templates"
WORDS = Path("words/zh-CN.yaml"), Path("words/zh-TW.yaml")
BEGINNINGS = (Path("init"), Path("new"))
"""Folders with one for each language."""

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
    "二維碼": "QR Code",
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
    "[¥, rmb, cny, 人民幣]": "[nt$, $, ¥, twd, ntd, 新台幣, 新臺幣, 台幣]",
    "rmb 元, cny 元": "twd 元, ntd 元",
    # read by eye a second time, on pages
    "內容許可": "內容授權",
    "發不發": "傳不傳",
    "什麼也不發": "什麼也不傳",
    "發給": "傳給",
    "發到哪": "寄到哪",
    "不會發送": "不會傳送",
    "要發的信": "要寄的信",
    "發出以前": "寄出以前",
    "用微信、電子郵件發出去": "用通訊軟體、電子郵件傳出去",
    "拼音": "漢語拼音",
    "里正好": "裡正好",
    "貼進公眾號、語雀、飛書、釘釘、企業微信": "貼進不收程式碼的編輯器",
    "這些編輯器不收程式碼，外面的連結": "電子報和通訊軟體的編輯器常常不收程式碼，裡面的連結",
    "語雀、飛書也收 Markdown，連結都在，少一道手：": "有的編輯器也收 Markdown，連結都會留著：",
    "沒有在這些編輯器裡逐個試過": "沒有在每一種編輯器裡試過",
    "釋出": "發布",
    "演算法": "算法",
    "當前": "目前",
    "公佈": "公布",
    "滾動": "捲動",
    "存到日曆": "加到行事曆",
    "熱線": "專線",
    "核對記錄": "核對紀錄",
    "斷網": "離線",
    "全稱": "全名",
    "幫助中心": "說明中心",
    "雙擊": "按兩下",
    "服務檯": "服務台",
    "explain 程式碼": "explain 代碼",
    "郵箱": "電子郵件信箱",
    "域名": "網域",
    "在路上被改過": "在傳送途中被改過",
}
"""What OpenCC makes of our words → what is said in Taiwan; read through on 2026-12-01, twice."""


_HAN = "[\u4e00-\u9fff]"


def made(text: str) -> str:
    """Write the words of the mainland as they are said in Taiwan."""
    words = text[text.index("\nsigns:") + 1 :]
    return _HEAD + _said(words)


def made_beginnings() -> dict[Path, str]:
    """Write what a site and a page begin with: path in the templates → text."""
    return {
        folder / "zh-TW" / path.relative_to(TEMPLATES / folder / "zh"): _said(path.read_text())
        for folder in BEGINNINGS
        for path in sorted((TEMPLATES / folder / "zh").rglob("*.y*ml"))
    }


def _said(text: str) -> str:
    found = str(OpenCC("s2twp").convert(text.translate(_SIGNS)))
    for old, new in SAID_HERE.items():
        found = found.replace(old, new)
    found = re.sub(f"」 (?={_HAN})", "」", found)
    found = re.sub(f"(?<={_HAN})QR Code", " QR Code", found)
    return re.sub(f"QR Code(?={_HAN})", "QR Code ", found)


def main() -> None:
    """Write the files."""
    origin, there = (TEMPLATES / path for path in WORDS)
    there.write_text(made(origin.read_text("utf-8")), encoding="utf-8")
    for path, text in made_beginnings().items():
        (TEMPLATES / path).parent.mkdir(parents=True, exist_ok=True)
        (TEMPLATES / path).write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
