"""The website as a folder that is opened without a network, in an archive."""

from guideway.editions.bundle.archive import Archive, Member, member_of
from guideway.editions.bundle.folder import Folder, bundled, page_in

__all__ = ["Archive", "Folder", "Member", "bundled", "member_of", "page_in"]
