import Standoff
