package nl.aanspreekpunt.official;

/** What somebody may do beside their own work. Coordinator and manager follow from the teams. */
public enum Role {
  OFFICIAL,
  CLERK,
  COORDINATOR,
  MANAGER,
  ADMINISTRATOR,
  AUDITOR,
  /** Takes complaints about colleagues. */
  COMPLAINTS
}
