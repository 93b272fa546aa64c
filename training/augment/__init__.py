"""Making training trees of the genre out of treebank trees and out of a small grammar."""
