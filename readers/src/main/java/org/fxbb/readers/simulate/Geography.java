package org.fxbb.readers.simulate;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The districts of the country and the upazilas and thanas in each, in the order of their codes.
 */
final class Geography {

  private final Map<String, Place> districts = new LinkedHashMap<>();
  private final Map<String, List<Place>> parts = new LinkedHashMap<>();

  Geography() {
    List<String[]> rows = ResourceTable.rows("geography.csv");
    for (String[] row : rows) {
      if (row[0].length() == 4) {
        double latitude = Double.parseDouble(row[3]);
        double longitude = Double.parseDouble(row[4]);
        districts.put(row[0], new Place(row[0], row[1], row[2], latitude, longitude));
        parts.put(row[0], new ArrayList<>());
      }
    }
    for (String[] row : rows) {
      if (row[0].length() == 6) {
        Place parent = district(row[0].substring(0, 4));
        part(parent.code())
            .add(new Place(row[0], row[1], row[2], parent.latitude(), parent.longitude()));
      }
    }
  }

  /** All districts. */
  List<Place> districts() {
    return List.copyOf(districts.values());
  }

  /** The districts whose code starts with {@code division}. */
  List<Place> districtsOf(String division) {
    return districts.values().stream().filter(d -> d.division().equals(division)).toList();
  }

  /** The district of a code of 4 digits. */
  Place district(String code) {
    Place found = districts.get(code);
    if (found == null) {
      throw new IllegalArgumentException("Cannot find a district: no BBS code \"" + code + "\".");
    }
    return found;
  }

  /** The upazilas and thanas of a district. */
  List<Place> partsOf(String district) {
    return List.copyOf(part(district));
  }

  private List<Place> part(String district) {
    List<Place> found = parts.get(district);
    if (found == null) {
      throw new IllegalArgumentException(
          "Cannot find a district: no BBS code \"" + district + "\".");
    }
    return found;
  }
}
